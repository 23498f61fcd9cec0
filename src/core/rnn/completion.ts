// Going on from a prompt: the network reads it from an empty state, then writes. What the characters are, and what to
// begin with where there is no prompt, is the caller's to know.
import type { RandomState } from '../random/random-state.ts'
import type { NetworkSizes, Parameters } from './layout.ts'
import { hiddenState } from './network.ts'
import { sample, samplingWorkspace } from './sampling.ts'

/** The state (H) in which the network is once it has read `indices`, starting from h = 0. */
export function stateAfter(indices: readonly number[], parameters: Parameters, hiddenSize: number): Float64Array {
  let h = new Float64Array(hiddenSize)
  let hnext = new Float64Array(hiddenSize)
  for (const character of indices) {
    hiddenState(hnext, parameters, character, h)
    ;[h, hnext] = [hnext, h]
  }
  return h
}

/**
 * `length` vocabulary indices, drawn as numpy.random.choice draws them: one draw a character, the prompt takes none.
 *
 * @param promptIndices at least one, each below V
 * @param feedLastTwice how the report's script starts: its encoder reads the whole prompt, and its decoder is fed the
 *   last character again; otherwise each character is read once
 * @throws RangeError when the prompt is empty, or the probabilities are not numbers
 */
export function complete(
  parameters: Parameters,
  sizes: NetworkSizes,
  promptIndices: readonly number[],
  length: number,
  temperature: number,
  random: RandomState,
  feedLastTwice: boolean,
): Int32Array {
  const last = promptIndices.at(-1)
  if (last === undefined) throw new RangeError('A completion needs a character to begin with')
  const encoded = feedLastTwice ? promptIndices : promptIndices.slice(0, -1)
  const hprev = stateAfter(encoded, parameters, sizes.hiddenSize)
  const drawn = new Int32Array(length)
  sample(drawn, parameters, hprev, last, temperature, random, samplingWorkspace(sizes))
  return drawn
}
