// One character more, whoever computes it: for texts that are written, where each character must be drawn before the next
// can be read. Texts that are there are read in blocks (text-pass.ts).
import type { NetworkSizes, Parameters } from './layout.ts'
import { hiddenState, probabilities } from './network.ts'

export interface NetworkStep {
  /** h (H) becomes the state after `character` (an index below V). */
  read(h: Float64Array, character: number): void
  /**
   * What comes after a state: softmax((Why h + by) / temperature), at temperature 0 all on the likeliest character.
   *
   * @returns (V), in an array that the next call uses again
   */
  probabilities(h: Float64Array, temperature: number): Float64Array
}

/** How a network's step is made. The parameters must not change as long as it is used. */
export type MakeNetworkStep = (parameters: Parameters, sizes: NetworkSizes) => NetworkStep

export const referenceNetworkStep: MakeNetworkStep = (parameters, { hiddenSize, vocabularySize }) => {
  const hprev = new Float64Array(hiddenSize)
  const p = new Float64Array(vocabularySize)
  return {
    read(h, character) {
      hprev.set(h)
      hiddenState(h, parameters, character, hprev)
    },
    probabilities(h, temperature) {
      probabilities(p, parameters, h, temperature)
      return p
    },
  }
}
