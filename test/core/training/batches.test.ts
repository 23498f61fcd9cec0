// Training in batches against NumPy, and that neither the number of threads nor a pause changes a bit.
import { expect, it } from 'vitest'
import type { TrainingSettings } from '#core/contract/settings.ts'
import { defaultTrainingSettings } from '#core/contract/settings.ts'
import { readMetrics } from '#core/training/metrics-ring.ts'
import { beginRun } from '#core/training/training-run.ts'
import { allocate, describeEachKernel, indicesOf, readFixture, relativeDifference, type LoopState } from './fixtures.ts'

interface BatchFixture {
  text: string
  runs: {
    hiddenSize: number
    sequenceLength: number
    seed: number
    vocabularySize: number
    batch: number
    gradients: TrainingSettings['gradients']
    temperature: number
    learningRate: number
    clip: number
    losses: number[]
    end: Omit<LoopState, 'smoothLoss'>
  }[]
}

const { text, runs } = readFixture<BatchFixture>('batch-networks.json')
const { indices } = indicesOf(text)

describeEachKernel((kernel) => {
  it.each(runs)('reads $batch streams as NumPy does, gradients: $gradients', (fixture) => {
    const { memory, runOver } = allocate({ ...fixture, sampleLength: 1 }, kernel)
    beginRun(memory, fixture.seed)
    const run = runOver(indices, { ...defaultTrainingSettings(), ...fixture, sampleEvery: 0 })
    const losses: number[] = []
    for (let i = 0; i < fixture.losses.length; i++) {
      expect(run.iterate()).toBe(true)
      readMetrics(memory, ({ loss }) => losses.push(loss))
    }
    run.store()
    expect(relativeDifference(losses, fixture.losses)).toBeLessThan(1e-12)
    expect(relativeDifference(memory.parameterValues, fixture.end.parameters)).toBeLessThan(1e-10)
    expect(relativeDifference(memory.adagradMemory, fixture.end.adagradMemory, 1e-16)).toBeLessThan(1e-10)
    expect(relativeDifference(memory.hprev, fixture.end.hprev)).toBeLessThan(1e-10)
  })
})
