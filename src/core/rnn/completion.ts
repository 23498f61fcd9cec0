// Going on from a prompt: the network reads it from an empty state, then writes. What the characters are, and what to
// begin with where there is no prompt, is the caller's to know.
import type { RandomState } from '../random/random-state.ts'
import type { NetworkStep } from './network-step.ts'
import { draw } from './sampling.ts'

/** The state (H) in which the network is once it has read `indices`, starting from h = 0. */
export function stateAfter(indices: readonly number[], step: NetworkStep, hiddenSize: number): Float64Array {
  const h = new Float64Array(hiddenSize)
  for (const character of indices) step.read(h, character)
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
  step: NetworkStep,
  hiddenSize: number,
  promptIndices: readonly number[],
  length: number,
  temperature: number,
  random: RandomState,
  feedLastTwice: boolean,
): Int32Array {
  const last = promptIndices.at(-1)
  if (last === undefined) throw new RangeError('A completion needs a character to begin with')
  const encoded = feedLastTwice ? promptIndices : promptIndices.slice(0, -1)
  const h = stateAfter(encoded, step, hiddenSize)
  const drawn = new Int32Array(length)
  draw(drawn, last, random, (character) => {
    step.read(h, character)
    return step.probabilities(h, temperature)
  })
  return drawn
}
