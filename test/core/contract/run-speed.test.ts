import { describe, expect, test } from 'vitest'
import { meanSpeed, msPerIteration, shownSpeed } from '#core/contract/run-speed.ts'
import { summary } from '../../renderer/fake-lab.ts'

const { settings } = summary()
const run = summary({
  settings: { ...settings, batch: 8, sequenceLength: 25 },
  iteration: 1200,
  seconds: 4,
  iterationsPerSecond: 250,
})

describe('the speed of a run', () => {
  test('is over the last second while it trains, and counts every stream', () => {
    expect(shownSpeed(run)).toEqual({ iterationsPerSecond: 250, charactersPerSecond: 50_000 })
  })

  test.each(['paused', 'stopped', 'finished'] as const)('is the mean when it is %s', (state) => {
    expect(shownSpeed({ ...run, state, iterationsPerSecond: 0 })).toEqual(meanSpeed(run))
    expect(meanSpeed(run)).toEqual({ iterationsPerSecond: 300, charactersPerSecond: 60_000 })
    expect(msPerIteration(run)).toBeCloseTo(10 / 3, 12)
  })

  test('is 0 before anything was done', () => {
    const queued = summary({ state: 'queued' })
    expect(shownSpeed(queued)).toEqual({ iterationsPerSecond: 0, charactersPerSecond: 0 })
    expect(msPerIteration(queued)).toBe(0)
  })
})
