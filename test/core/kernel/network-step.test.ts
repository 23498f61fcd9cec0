// A network's step by the kernel against the reference: states and probabilities, at all sizes, and with more networks in
// turn than the kernel has places for.
import { expect, it } from 'vitest'
import { allocateRandomStateMemory, RandomState } from '#core/random/random-state.ts'
import { parameterCount, parameterViews, type NetworkSizes, type Parameters } from '#core/rnn/layout.ts'
import { referenceNetworkStep } from '#core/rnn/network-step.ts'
import { Writer } from '#core/rnn/writer.ts'
import { networkStepsWith } from '#lab/kernel/network-step.ts'
import { describeEachKernel } from '../training/fixtures.ts'

const SIZES = [1, 3, 7, 100, 250].flatMap((hiddenSize) =>
  [2, 5, 62, 300].map((vocabularySize) => ({ hiddenSize, vocabularySize })),
)
const TEMPERATURES = [0.2, 1, 3]

function networkOf(sizes: NetworkSizes, seed: number): Parameters {
  const random = new RandomState(allocateRandomStateMemory())
  random.seed(seed)
  const scale = 1.5 / Math.sqrt(sizes.hiddenSize)
  return parameterViews(
    Float64Array.from({ length: parameterCount(sizes) }, () => scale * random.randn()),
    sizes,
  )
}

/** Entry by entry, relative. */
function worst(ours: Float64Array, theirs: Float64Array): number {
  return Math.max(...ours.map((value, i) => Math.abs(value - theirs[i]!) / Math.max(Math.abs(theirs[i]!), 1e-300)))
}

/** States lie within -1..1, and one near 0 is a sum that cancels, whose last digits depend on its order. */
function farthest(ours: Float64Array, theirs: Float64Array): number {
  return Math.max(...ours.map((value, i) => Math.abs(value - theirs[i]!)))
}

describeEachKernel(
  (kernel) => {
    it.each(SIZES)('is the reference’s with $hiddenSize units and $vocabularySize characters', (sizes) => {
      const parameters = networkOf(sizes, 1)
      const [ours, theirs] = [networkStepsWith(kernel), referenceNetworkStep].map((make) => make(parameters, sizes))
      const h = new Float64Array(sizes.hiddenSize)
      for (let n = 0; n < 12; n++) {
        // From an equal state, as differences may grow from step to step.
        const other = h.slice()
        ours!.read(h, (5 * n) % sizes.vocabularySize)
        theirs!.read(other, (5 * n) % sizes.vocabularySize)
        expect(farthest(h, other)).toBeLessThan(1e-13)
        for (const temperature of TEMPERATURES) {
          const p = ours!.probabilities(other, temperature).slice()
          expect(p).toHaveLength(sizes.vocabularySize)
          expect(worst(p, theirs!.probabilities(other, temperature))).toBeLessThan(1e-12)
        }
        expect(ours!.probabilities(other, 0).slice()).toEqual(theirs!.probabilities(other, 0))
      }
    })

    it('is each network’s own when more of them write in turn than there are places', () => {
      const sizes = { hiddenSize: 20, vocabularySize: 12 }
      const networks = Array.from({ length: 7 }, (_, seed) => networkOf(sizes, seed))
      const makeStep = networkStepsWith(kernel)
      const rule = { temperature: 1, topK: null, topP: null }
      const texts = [makeStep, referenceNetworkStep].map((make) => {
        const writers = networks.map((parameters) => new Writer(make, parameters, sizes, [0], 3))
        return Array.from({ length: 40 }, () => writers.map((writer, i) => writer.next(networks[i]!, rule)))
      })
      expect(texts[0]).toEqual(texts[1])
    })

    it('goes on with newer parameters in the state in which the older ones left it', () => {
      const sizes = { hiddenSize: 20, vocabularySize: 12 }
      const networks = Array.from({ length: 30 }, (_, seed) => networkOf(sizes, seed))
      const rule = { temperature: 1, topK: null, topP: null }
      const texts = [networkStepsWith(kernel), referenceNetworkStep].map((make) => {
        const writer = new Writer(make, networks[0]!, sizes, [0], 3)
        return networks.flatMap((parameters) => Array.from({ length: 5 }, () => writer.next(parameters, rule)))
      })
      expect(texts[0]).toEqual(texts[1])
    })
  },
  ['fused', 'plain'],
)
