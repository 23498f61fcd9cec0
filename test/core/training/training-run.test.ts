// Iterations of a run against NumPy's: the first from its seed, every one from an equal state, and a hundred in a row.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readWord, writeWord } from '#core/training/control.ts'
import { readMetrics, type Metrics } from '#core/training/metrics-ring.ts'
import type { RunMemory } from '#core/training/run-memory.ts'
import { readSamples } from '#core/training/sample-ring.ts'
import { TOTALS } from '#core/training/run-state.ts'
import { beginRun, type LoopSettings, type TrainingRun } from '#core/training/training-run.ts'
import { forward } from '#core/rnn/forward.ts'
import {
  allocate,
  describeEachKernel,
  indicesOf,
  readFixture,
  relativeDifference,
  type LoopState,
  type ReportSizedFixture,
  type Sampled,
  type SmallNetworkFixture,
  type Trajectory,
} from './fixtures.ts'

function settingsOf(fixture: { temperature: number; clip: number }, changes: Partial<LoopSettings> = {}): LoopSettings {
  const { temperature, clip } = fixture
  return {
    learningRate: 0.1,
    temperature,
    clip,
    sampleEvery: 0,
    sampleTemperature: null,
    snapshotEvery: 0,
    gradients: 'average',
    ...changes,
  }
}

function restore(memory: RunMemory, state: LoopState): void {
  memory.parameterValues.set(state.parameters)
  memory.adagradMemory.set(state.adagradMemory)
  memory.hprev.set(state.hprev)
  memory.totals[TOTALS.smoothLoss] = state.smoothLoss
}

function lastMetrics(memory: RunMemory): Metrics {
  let last: Metrics | null = null
  readMetrics(memory, (metrics) => (last = { ...metrics }))
  return last!
}

function follow(memory: RunMemory, run: TrainingRun, characters: string[], { iterations }: Trajectory) {
  const losses: number[] = []
  const smoothLosses: number[] = []
  const samples: Sampled[] = []
  for (let i = 0; i < iterations; i++) {
    run.iterate()
    const { loss, smoothLoss } = lastMetrics(memory)
    losses.push(loss)
    smoothLosses.push(smoothLoss)
    readSamples(memory, (iteration, indices) =>
      samples.push({ iteration, text: Array.from(indices, (index) => characters[index]).join('') }),
    )
  }
  return { losses, smoothLosses, samples }
}

describeEachKernel((kernel) => {
  describe.each([1, 2])('a small network at temperature %i', (temperature) => {
    const fixture = readFixture<SmallNetworkFixture>(`small-network-temperature-${temperature}.json`)
    const { indices, characters } = indicesOf(fixture.text)
    const { hiddenSize, sequenceLength, vocabularySize, seed } = fixture
    const sizes = { hiddenSize, sequenceLength, vocabularySize, sampleLength: fixture.trajectory.sampleLength }

    it('has the vocabulary that NumPy had', () => {
      expect(characters.join('')).toBe(fixture.vocabulary)
    })

    it('starts from the very parameters that the seed gives in NumPy', () => {
      const { memory } = allocate(sizes)
      beginRun(memory, seed)
      expect(Array.from(memory.parameterValues)).toEqual(fixture.iterations[0]!.state.parameters)
      expect(memory.totals[TOTALS.smoothLoss]).toBe(fixture.iterations[0]!.state.smoothLoss)
    })

    it('has the hidden states and probabilities of the first pass', () => {
      const { memory } = allocate(sizes)
      beginRun(memory, seed)
      const { inputs, targets } = fixture.iterations[0]!
      forward(memory.parameters, inputs, targets, temperature, memory.workspace)
      fixture.firstPass.hs.forEach((h, t) =>
        expect(relativeDifference(memory.workspace.hs[t + 1]!, h)).toBeLessThan(1e-12),
      )
      fixture.firstPass.ps.forEach((p, t) => expect(relativeDifference(memory.workspace.ps[t]!, p)).toBeLessThan(1e-12))
    })

    it.each(fixture.iterations.map((expected, iteration) => ({ iteration, expected })))(
      'agrees in iteration $iteration from an equal state',
      ({ iteration, expected }) => {
        const { memory, runOver } = allocate(sizes, kernel)
        restore(memory, expected.state)
        writeWord(memory.control, 'iteration', iteration)
        writeWord(memory.control, 'position', expected.position)
        const run = runOver(indices, settingsOf(fixture))
        expect(run.iterate()).toBe(true)
        run.store()

        const metrics = lastMetrics(memory)
        const figures = [metrics.loss, metrics.smoothLoss, metrics.gradientNorm, metrics.parameterNorm]
        const { loss, smoothLoss, gradientNorm, parameterNorm } = expected
        expect(relativeDifference(figures, [loss, smoothLoss, gradientNorm, parameterNorm])).toBeLessThan(1e-12)
        expect(metrics.clippedShare).toBe(expected.clippedEntries / memory.parameterValues.length)
        // The kernel's gradients never reach memory; what Adagrad made of them does.
        if (!kernel.module) expect(relativeDifference(memory.gradientValues, expected.gradients)).toBeLessThan(1e-10)
        const next = fixture.iterations[iteration + 1]?.state ?? fixture.end
        expect(relativeDifference(memory.parameterValues, next.parameters)).toBeLessThan(1e-10)
        expect(relativeDifference(memory.adagradMemory, next.adagradMemory, 1e-16)).toBeLessThan(1e-10)
      },
    )

    it('goes back to the start of the text, with a fresh state, where NumPy does', () => {
      const starts = fixture.iterations.flatMap(({ position }, iteration) => (position === 0 ? [iteration] : []))
      expect(starts.length).toBeGreaterThan(1)
      const { memory, runOver } = allocate(sizes, kernel)
      beginRun(memory, seed)
      const run = runOver(indices, settingsOf(fixture))
      for (const { position } of fixture.iterations) {
        run.iterate()
        expect(readWord(memory.control, 'position')).toBe(position + sequenceLength)
      }
    })

    it('stays with NumPy for a hundred iterations at a small learning rate, samples and all', () => {
      const { memory, runOver } = allocate(sizes, kernel)
      beginRun(memory, seed)
      const { learningRate, sampleEvery } = fixture.trajectory
      const run = runOver(indices, settingsOf(fixture, { learningRate, sampleEvery }))
      const { losses, smoothLosses, samples } = follow(memory, run, characters, fixture.trajectory)
      expect(relativeDifference(losses, fixture.trajectory.losses)).toBeLessThan(1e-12)
      expect(relativeDifference(smoothLosses, fixture.trajectory.smoothLosses)).toBeLessThan(1e-12)
      expect(samples).toEqual(fixture.trajectory.samples)
    })
  })

  it('stays with NumPy for a hundred iterations of a network of the report’s size on the play', () => {
    const fixture = readFixture<ReportSizedFixture>('report-sized-network.json')
    const play = readFileSync(resolve(import.meta.dirname, '../../../resources/datasets', fixture.text.file), 'latin1')
    expect(createHash('sha256').update(play, 'latin1').digest('hex'), 'the text NumPy read').toBe(fixture.text.sha256)
    const { indices, characters } = indicesOf(play)
    const { hiddenSize, sequenceLength, vocabularySize, seed, trajectory } = fixture
    expect(characters.length).toBe(vocabularySize)
    const sizes = { hiddenSize, sequenceLength, vocabularySize, sampleLength: trajectory.sampleLength }
    const { memory, runOver } = allocate(sizes, kernel)
    beginRun(memory, seed)
    const { learningRate, sampleEvery } = trajectory
    const run = runOver(indices, settingsOf(fixture, { learningRate, sampleEvery }))
    const { losses, smoothLosses, samples } = follow(memory, run, characters, trajectory)
    expect(relativeDifference(losses, trajectory.losses)).toBeLessThan(1e-12)
    expect(relativeDifference(smoothLosses, trajectory.smoothLosses)).toBeLessThan(1e-12)
    expect(samples).toEqual(trajectory.samples)
  })

  it('leaves everything as it was when the loss is not finite', () => {
    const { indices, characters } = indicesOf('abcabcabcabc')
    const sizes = { hiddenSize: 3, sequenceLength: 4, vocabularySize: characters.length, sampleLength: 1 }
    const { memory, runOver } = allocate(sizes, kernel)
    beginRun(memory, 0)
    memory.parameters.by.set([0, -1e6, 0])
    const before = memory.stateValues.slice()
    const run = runOver(indices, settingsOf({ temperature: 1, clip: 5 }))
    expect(run.iterate()).toBe(false)
    run.store()
    expect(memory.stateValues).toEqual(before)
    expect(readWord(memory.control, 'iteration')).toBe(0)
    expect(readWord(memory.control, 'metricsWritten')).toBe(0)
  })

  it('samples at a temperature of its own when one is set', () => {
    const { indices, characters } = indicesOf('abcdefgh'.repeat(20))
    const sample = (sampleTemperature: number | null): string => {
      const sizes = { hiddenSize: 6, sequenceLength: 8, vocabularySize: characters.length, sampleLength: 100 }
      const { memory, runOver } = allocate(sizes, kernel)
      beginRun(memory, 3)
      memory.parameters.by.set([8, 0, 0, 0, 0, 0, 0, 0])
      const settings = settingsOf({ temperature: 1, clip: 5 }, { sampleEvery: 1, sampleTemperature })
      runOver(indices, settings).iterate()
      let text = ''
      readSamples(memory, (_, drawn) => (text = Array.from(drawn, (index) => characters[index]).join('')))
      return text
    }
    // A bias of 8 nats leaves at temperature 1 about 1 in 400 characters to the others, at 100 most of them.
    expect(sample(null)).toMatch(/^a{90}/)
    expect(new Set(sample(100)).size).toBe(8)
  })
})
