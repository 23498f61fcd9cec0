// One iteration from an equal state: the kernel against the readable reference, which is itself held against NumPy. The
// state is one that has been trained, so that nothing in it is still as it began.
import { expect, it } from 'vitest'
import { defaultTrainingSettings } from '#core/contract/settings.ts'
import { parameterViews, type NetworkSizes } from '#core/rnn/layout.ts'
import { readWord, writeWord } from '#core/training/control.ts'
import { readMetrics } from '#core/training/metrics-ring.ts'
import { beginRun } from '#core/training/training-run.ts'
import { allocate, describeEachKernel, indicesOf } from './fixtures.ts'

const TRAINED = 30
const { indices, characters } = indicesOf('All that is written here is read again, and again.\n'.repeat(20))
const SETTINGS = { ...defaultTrainingSettings(), sampleEvery: 0, snapshotEvery: 0 }

const CASES = [1, 5, 32, 100].flatMap((hiddenSize) =>
  [1, 3].flatMap((batch) => [1, 25].map((sequenceLength) => ({ hiddenSize, batch, sequenceLength }))),
)

/** The greatest difference of each of the five arrays, relative to the array's greatest entry. */
function worstOfArrays(ours: Float64Array, theirs: Float64Array, sizes: NetworkSizes): number {
  const [one, other] = [parameterViews(ours, sizes), parameterViews(theirs, sizes)]
  const names = Object.keys(one) as (keyof typeof one)[]
  return Math.max(...names.map((name) => worst(one[name], other[name])))
}

function worst(ours: ArrayLike<number>, theirs: ArrayLike<number>): number {
  const differences = Array.from(ours, (value, i) => Math.abs(value - theirs[i]!))
  return Math.max(...differences) / Math.max(...Array.from(theirs, Math.abs))
}

describeEachKernel(
  (kernel) => {
    it.each(CASES)('agrees with the reference: $hiddenSize units, $batch streams of $sequenceLength', (changes) => {
      const sizes = { ...changes, vocabularySize: characters.length, sampleLength: 1 }
      const reference = allocate(sizes)
      beginRun(reference.memory, 7)
      const run = reference.runOver(indices, SETTINGS)
      for (let i = 0; i < TRAINED; i++) run.iterate()

      const { memory, runOver } = allocate(sizes, kernel)
      memory.stateValues.set(reference.memory.stateValues)
      for (const word of ['iteration', 'position'] as const) {
        writeWord(memory.control, word, readWord(reference.memory.control, word))
      }
      const before = memory.parameterValues.slice()
      const kernelRun = runOver(indices, SETTINGS)
      expect([run.iterate(), kernelRun.iterate()]).toEqual([true, true])
      kernelRun.store()

      const figuresOf = (of: typeof memory): number[] => {
        const figures: number[] = []
        readMetrics(of, ({ loss, smoothLoss, gradientNorm, parameterNorm }) => {
          figures.splice(0, 4, loss, smoothLoss, gradientNorm, parameterNorm)
        })
        return figures
      }
      const theirs = reference.memory
      const expected = figuresOf(theirs)
      figuresOf(memory).forEach((figure, i) => expect(figure / expected[i]!).toBeCloseTo(1, 12))
      expect(worstOfArrays(memory.parameterValues, theirs.parameterValues, memory.sizes)).toBeLessThan(1e-12)
      expect(worstOfArrays(memory.adagradMemory, theirs.adagradMemory, memory.sizes)).toBeLessThan(1e-12)
      expect(worst(memory.hprev, theirs.hprev)).toBeLessThan(1e-12)
      // What was compared is a step, not a standstill.
      expect(worst(before, memory.parameterValues)).toBeGreaterThan(1e-4)
    })
  },
  ['fused', 'plain'],
)
