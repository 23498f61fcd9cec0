// The kernel's pass over a text against the reference's: states and probabilities, carried on from block to block.
import { expect, it } from 'vitest'
import { allocateRandomStateMemory, RandomState } from '#core/random/random-state.ts'
import { parameterCount, parameterViews } from '#core/rnn/layout.ts'
import { BLOCK_LENGTH, referenceTextPass } from '#core/rnn/text-pass.ts'
import { textPassWith } from '#lab/kernel/text-pass.ts'
import { describeEachKernel } from '../training/fixtures.ts'

// Neither size fills the kernel's panels.
const SIZES = { hiddenSize: 37, vocabularySize: 11 }
const LENGTHS = [BLOCK_LENGTH, 1, 100, BLOCK_LENGTH - 3]
const CLOSE = 1e-12

/** The greatest difference of the first `length` entries; NaN when one is NaN. */
function distance(a: Float64Array, b: Float64Array, length: number): number {
  return a.subarray(0, length).reduce((greatest, value, i) => Math.max(greatest, Math.abs(value - b[i]!)), 0)
}

describeEachKernel(
  (kernel) => {
    it('has the states and probabilities of the reference', () => {
      const random = new RandomState(allocateRandomStateMemory())
      random.seed(11)
      const values = Float64Array.from({ length: parameterCount(SIZES) }, () => random.randn())
      const parameters = parameterViews(values, SIZES)
      // A network that forgets: one that is chaotic would enlarge the last bit until nothing agrees.
      parameters.Whh.forEach((weight, index) => (parameters.Whh[index] = weight * 0.05))
      const [ours, theirs] = [textPassWith(kernel), referenceTextPass].map((make) => make(parameters, SIZES))
      for (const length of LENGTHS) {
        const characters = Uint16Array.from({ length }, () => Math.floor(random.randomSample() * 11))
        for (const pass of [ours!, theirs!]) pass.read(characters)
        const states = (length + 1) * SIZES.hiddenSize
        const probabilities = length * SIZES.vocabularySize
        expect(distance(ours!.hs, theirs!.hs, states)).toBeLessThan(CLOSE)
        expect(distance(ours!.ps, theirs!.ps, probabilities)).toBeLessThan(CLOSE)
        expect(ours!.hs.slice(0, states).some((h) => Math.abs(h) > 0.5)).toBe(true)
      }
    })
  },
  ['fused', 'plain'],
)
