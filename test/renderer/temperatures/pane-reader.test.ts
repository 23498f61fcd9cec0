import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Result } from '#core/contract/operations.ts'
import type { Written } from '#core/contract/temperatures.ts'
import { readPane, type PaneReading } from '../../../src/renderer/temperatures/pane-reader.ts'

function written(epoch: number, start: number, characters: string): Written {
  const each = Array.from(characters, () => 1)
  return {
    epoch,
    start,
    characters,
    probabilities: each,
    ranks: each,
    entropies: each,
    alternatives: characters,
    alternativeProbabilities: each,
    marks: [],
    length: start + each.length,
    statistics: null,
  }
}

describe('the reader of a pane', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function open(answers: (asked: { epoch: number; from: number }) => Result<Written>) {
    const asked: { epoch: number; from: number; limit: number }[] = []
    const readings: PaneReading[] = []
    const reader = readPane(
      (request) => {
        asked.push(request)
        return Promise.resolve(answers(request))
      },
      (reading) => readings.push(reading),
    )
    return { asked, readings, reader }
  }

  it('asks on from where it is, one piece after the other', async () => {
    const { asked, readings } = open(({ from }) => ({ ok: true, value: written(0, from, 'ab') }))
    await vi.advanceTimersByTimeAsync(150)
    expect(asked.map(({ from }) => from)).toEqual([0, 2, 4])
    expect(readings.at(-1)!.text.end).toBe(6)
  })

  it('begins anew when all begin again', async () => {
    let epoch = 3
    const { asked, readings } = open((request) => {
      return { ok: true, value: written(epoch, request.epoch === epoch ? request.from : 0, 'ab') }
    })
    await vi.advanceTimersByTimeAsync(70)
    expect(readings.at(-1)!.text.end).toBe(4)
    epoch = 4
    await vi.advanceTimersByTimeAsync(60)
    expect(readings.at(-1)!.text.end).toBe(2)
    expect(asked.map((request) => request.epoch)).toEqual([0, 3, 3])
  })

  it('asks less and less of a pane that rests, until it is woken or ended', async () => {
    const { asked, reader } = open(({ from }) => ({ ok: true, value: written(0, from, '') }))
    await vi.advanceTimersByTimeAsync(10_000)
    const resting = asked.length
    expect(resting).toBeLessThan(15)
    reader.wake()
    expect(asked.length).toBe(resting + 1)
    reader.end()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked.length).toBe(resting + 1)
  })

  it('says what stands in the way, and tries again', async () => {
    const error = { code: 'pane-unknown', parameters: {} } as const
    const { readings } = open(() => ({ ok: false, error }))
    await vi.advanceTimersByTimeAsync(500)
    expect(readings.length).toBeGreaterThan(1)
    expect(readings.at(-1)!.problem).toEqual(error)
  })
})
