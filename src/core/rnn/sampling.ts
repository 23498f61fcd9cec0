// Writing with the network: draw a character from its probabilities, feed it back, and go on.
import type { RandomState } from '../random/random-state.ts'
import type { NetworkSizes, Parameters } from './layout.ts'
import { hiddenState, probabilities } from './network.ts'

/** Two hidden states, taken in turn, (H) each, and probabilities (V). */
export interface SamplingWorkspace {
  h: Float64Array
  hnext: Float64Array
  p: Float64Array
}

export function samplingWorkspace({ hiddenSize, vocabularySize }: NetworkSizes): SamplingWorkspace {
  return { h: new Float64Array(hiddenSize), hnext: new Float64Array(hiddenSize), p: new Float64Array(vocabularySize) }
}

/**
 * Fills `drawn` with indices: feeds `first` in the state `hprev` (H, left as it is), then every character drawn. One
 * draw a character, as numpy.random.choice makes it.
 */
export function sample(
  drawn: { length: number; [position: number]: number },
  parameters: Parameters,
  hprev: Float64Array,
  first: number,
  temperature: number,
  random: RandomState,
  workspace: SamplingWorkspace,
): void {
  let { h, hnext } = workspace
  const { p } = workspace
  h.set(hprev)
  let character = first
  for (let position = 0; position < drawn.length; position++) {
    hiddenState(hnext, parameters, character, h)
    ;[h, hnext] = [hnext, h]
    probabilities(p, parameters, h, temperature)
    character = random.choice(p)
    drawn[position] = character
  }
}
