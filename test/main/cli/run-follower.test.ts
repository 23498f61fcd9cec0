// Following a run whose lab delivers losses and samples at the most awkward times.
import { describe, expect, it } from 'vitest'
import type { RunFrame, RunSummary, Sample } from '#core/contract/runs.ts'
import { defaultTrainingSettings } from '#core/contract/settings.ts'
import type { Metrics } from '#core/training/metrics-ring.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { followRun } from '../../../src/main/cli/run-follower.ts'

const SAMPLE_EVERY = 2

function summary(changes: Partial<RunSummary>): RunSummary {
  const settings = { ...defaultTrainingSettings(), sampleEvery: SAMPLE_EVERY }
  return { id: 'run', settings, state: 'training', iteration: 0, samples: 0, ...changes } as RunSummary
}

/** A lab that says what the test makes it say; a sample is handed out when the test lets it. */
function fakeLab() {
  const listeners = new Map<string, (event: unknown) => void>()
  const calls: string[] = []
  let takeMetrics: (metrics: Metrics) => void = () => undefined
  let release: () => void = () => undefined
  let held = Promise.resolve()
  let firstSample = 0
  const lab = {
    on: (name: string, listener: (event: unknown) => void) => {
      listeners.set(name, listener)
      return () => listeners.delete(name)
    },
    watchIterations: (_: string, listener: (metrics: Metrics) => void) => {
      takeMetrics = listener
      return () => undefined
    },
    call: async (name: string, { index }: { index: number }) => {
      calls.push(name)
      await held
      return { ok: true, value: { index, iteration: firstSample + index * SAMPLE_EVERY, temperature: 1, text: '' } }
    },
  } as unknown as Lab
  const frame = (run: RunSummary): void => listeners.get('runs.frame')!([{ run } as RunFrame])
  return {
    lab,
    calls,
    listeners,
    firstSampleAt: (iteration: number) => (firstSample = iteration),
    iterations: (first: number, last: number) => {
      for (let iteration = first; iteration <= last; iteration++) {
        takeMetrics({ iteration, loss: 1, smoothLoss: 1, gradientNorm: 0, clippedShare: 0, parameterNorm: 0 })
      }
    },
    frame: (samples: number) => frame(summary({ samples })),
    end: (samples: number) => listeners.get('runs.changed')!([summary({ state: 'finished', samples })]),
    hold: () => (held = new Promise((resolve) => (release = resolve))),
    release: () => release(),
  }
}

function follow(lab: Lab, logEvery = 1, onRequest: (stop: () => void) => void = () => undefined, firstIteration = 0) {
  const reported: string[] = []
  const report = {
    progress: () => undefined,
    loss: ({ iteration }: { iteration: number }) => void reported.push(`loss ${iteration}`),
    sample: ({ iteration }: Sample) => void reported.push(`sample ${iteration}`),
    close: () => undefined,
  }
  const ended = followRun(lab, summary({ iteration: firstIteration }), { logEvery, report, end: { onRequest } })
  return { reported, ended }
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))
const IN_ORDER = ['sample 0', 'loss 0', 'loss 1', 'sample 2', 'loss 2', 'loss 3', 'sample 4', 'loss 4']

describe('followRun', () => {
  it('puts samples that come all at once between the losses that they belong to', async () => {
    const fake = fakeLab()
    const { reported, ended } = follow(fake.lab)
    fake.iterations(0, 4)
    fake.end(3)
    await ended
    expect(reported).toEqual(IN_ORDER)
  })

  it('holds a loss back until the sample of its iteration is there', async () => {
    const fake = fakeLab()
    const { reported, ended } = follow(fake.lab)
    fake.iterations(0, 3)
    fake.frame(1)
    await settled()
    expect(reported).toEqual(IN_ORDER.slice(0, 3))
    fake.iterations(4, 4)
    fake.end(3)
    await ended
    expect(reported).toEqual(IN_ORDER)
  })

  it('holds a sample back until the iterations before it are there', async () => {
    const fake = fakeLab()
    const { reported, ended } = follow(fake.lab)
    fake.frame(2)
    await settled()
    expect(reported).toEqual(['sample 0'])
    fake.iterations(0, 4)
    fake.end(3)
    await ended
    expect(reported).toEqual(IN_ORDER)
  })

  it('reports what comes, the end above all, while it waits for a sample', async () => {
    const fake = fakeLab()
    const { reported, ended } = follow(fake.lab)
    fake.hold()
    fake.iterations(0, 1)
    fake.frame(1)
    await settled()
    fake.iterations(2, 4)
    fake.end(3)
    await settled()
    fake.release()
    await ended
    expect(reported).toEqual(IN_ORDER)
  })

  it('reports every so many losses, and listens no longer than the run lasts', async () => {
    const fake = fakeLab()
    const { reported, ended } = follow(fake.lab, 3)
    fake.iterations(0, 4)
    fake.end(3)
    await ended
    expect(reported).toEqual(['sample 0', 'loss 0', 'sample 2', 'loss 3', 'sample 4'])
    expect(fake.listeners.size).toBe(0)
  })

  it('keeps the order in a run that goes on from a snapshot, between two samples', async () => {
    const fake = fakeLab()
    fake.firstSampleAt(4)
    const { reported, ended } = follow(fake.lab, 1, undefined, 3)
    fake.iterations(3, 4)
    fake.frame(0)
    await settled()
    expect(reported).toEqual(['loss 3'])
    fake.iterations(5, 6)
    fake.end(2)
    await ended
    expect(reported).toEqual(['loss 3', 'sample 4', 'loss 4', 'loss 5', 'sample 6', 'loss 6'])
  })

  it('stops the run when it is asked to end', async () => {
    const fake = fakeLab()
    const { ended } = follow(fake.lab, 1, (stop) => stop())
    fake.end(0)
    await ended
    expect(fake.calls).toEqual(['runs.stop'])
  })
})
