// The loop inline, as it runs in a worker: where it stops, pauses and waits, and that nothing of that changes a number.
import { describe, expect, it } from 'vitest'
import { addToWord, aimAt, phaseOf, readWord, request, trainUntil } from '#core/training/control.ts'
import { readMetrics } from '#core/training/metrics-ring.ts'
import { readPublished, requestPublication } from '#core/training/published.ts'
import { METRICS_CAPACITY, type RunMemory } from '#core/training/run-memory.ts'
import { runStateViews, TOTALS } from '#core/training/run-state.ts'
import { runTrainingLoop } from '#core/training/training-loop.ts'
import { beginRun, type LoopSettings } from '#core/training/training-run.ts'
import { allocate, describeEachKernel, indicesOf, type RunParts } from './fixtures.ts'

const { indices, characters } = indicesOf('one two three four five six seven eight nine ten. ')
const SETTINGS: LoopSettings = {
  learningRate: 0.1,
  temperature: 1,
  clip: 5,
  sampleEvery: 0,
  sampleTemperature: null,
  snapshotEvery: 0,
  gradients: 'average',
}

const SIZES = { hiddenSize: 5, sequenceLength: 7, vocabularySize: characters.length, sampleLength: 10 }

describeEachKernel((kernel) => {
  const steps = new WeakMap<RunMemory, RunParts['stepBy']>()

  function newRun(target: number): RunMemory {
    const { memory, stepBy } = allocate(SIZES, kernel)
    steps.set(memory, stepBy)
    beginRun(memory, 1)
    aimAt(memory.control, target)
    return memory
  }

  let clockMs = 0
  const clock = (): number => (clockMs += 1)
  const train = (memory: RunMemory, settings = SETTINGS): string =>
    runTrainingLoop(memory, indices, settings, steps.get(memory)!(settings), clock)

  describe('runTrainingLoop', () => {
    it('ends at the target, having written every iteration', () => {
      const memory = newRun(40)
      expect(train(memory)).toBe('finished')
      expect(phaseOf(memory.control)).toBe('finished')
      const iterations: number[] = []
      readMetrics(memory, ({ iteration }) => iterations.push(iteration))
      expect(iterations).toEqual(Array.from({ length: 40 }, (_, i) => i))
    })

    it('counts the time of every iteration', () => {
      const memory = newRun(40)
      train(memory)
      // The clock of this test moves by a millisecond at every look, and each iteration is between two looks.
      expect(memory.totals[TOTALS.secondsTrained]).toBeCloseTo(0.04, 12)
    })

    it('does nothing when asked to stop', () => {
      const memory = newRun(40)
      request(memory.control, 'stop')
      expect(train(memory)).toBe('stopped')
      expect(readWord(memory.control, 'iteration')).toBe(0)
    })

    it('gives the same bits in two parts as in one, in another loop over the same memory', () => {
      const straight = newRun(60)
      train(straight, { ...SETTINGS, sampleEvery: 9 })
      const parted = newRun(25)
      train(parted, { ...SETTINGS, sampleEvery: 9 })
      aimAt(parted.control, 60)
      train(parted, { ...SETTINGS, sampleEvery: 9 })
      expect(parted.parameterValues).toEqual(straight.parameterValues)
      expect(parted.adagradMemory).toEqual(straight.adagradMemory)
      expect(parted.generator.words).toEqual(straight.generator.words)
      expect(parted.samples).toEqual(straight.samples)
      expect(parted.totals[TOTALS.smoothLoss]).toBe(straight.totals[TOTALS.smoothLoss])
    })

    it('ends as diverged when the loss is not finite', () => {
      const memory = newRun(40)
      memory.parameters.by[indices[1]!] = -1e9
      expect(train(memory)).toBe('diverged')
      expect(phaseOf(memory.control)).toBe('diverged')
    })

    it('finishes rather than pauses when both come due at once', () => {
      const memory = newRun(10)
      trainUntil(memory.control, 10)
      expect(train(memory)).toBe('finished')
    })

    it('answers a wish for a copy also on its way out', () => {
      const memory = newRun(3)
      requestPublication(memory.control)
      const copy = new Float64Array(memory.stateValues.length)
      expect(readPublished(memory, copy)).toBe(false)
      train(memory)
      expect(readPublished(memory, copy)).toBe(true)
      expect(runStateViews(copy, memory.sizes).totals[TOTALS.iteration]).toBe(0)
      requestPublication(memory.control)
      train(memory)
      expect(readPublished(memory, copy)).toBe(true)
      const state = runStateViews(copy, memory.sizes)
      expect(state.totals[TOTALS.iteration]).toBe(3)
      expect(state.totals[TOTALS.position]).toBe(21)
      expect(state.parameterValues).toEqual(memory.parameterValues)
      expect(state.adagradMemory).toEqual(memory.adagradMemory)
      expect(state.hprev).toEqual(memory.hprev)
      expect(state.generator).toEqual(memory.generator)
    })
  })

  describe('readPublished', () => {
    it('refuses a copy that is being written or was damaged', () => {
      const memory = newRun(1)
      requestPublication(memory.control)
      train(memory)
      const copy = new Float64Array(memory.stateValues.length)
      expect(readPublished(memory, copy)).toBe(true)
      const entry = memory.published[400]!
      memory.published[400] = entry + 1e-12
      expect(readPublished(memory, copy)).toBe(false)
      memory.published[400] = entry
      expect(readPublished(memory, copy)).toBe(true)
      addToWord(memory.control, 'publishedVersion', 1)
      expect(readPublished(memory, copy)).toBe(false)
    })
  })

  describe('the metrics ring', () => {
    it('goes round without losing or repeating an entry', () => {
      const target = METRICS_CAPACITY + 100
      const memory = newRun(METRICS_CAPACITY)
      train(memory)
      const seen: number[] = []
      readMetrics(memory, ({ iteration }) => seen.push(iteration))
      aimAt(memory.control, target)
      train(memory)
      readMetrics(memory, ({ iteration }) => seen.push(iteration))
      expect(seen).toEqual(Array.from({ length: target }, (_, i) => i))
    })
  })
})
