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

/** Where drawn indices go. */
export interface Drawn {
  length: number
  [position: number]: number
}

/**
 * Fills `drawn`: `read` takes a character, `first` and then every one that was drawn, and gives the probabilities (V) of
 * the next. One draw a character, as numpy.random.choice makes it.
 */
export function draw(
  drawn: Drawn,
  first: number,
  random: RandomState,
  read: (character: number) => Float64Array,
): void {
  let character = first
  for (let position = 0; position < drawn.length; position++) {
    character = random.choice(read(character))
    drawn[position] = character
  }
}

/** Draws from the state `hprev` (H), which is left as it is. */
export function sample(
  drawn: Drawn,
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
  draw(drawn, first, random, (character) => {
    hiddenState(hnext, parameters, character, h)
    ;[h, hnext] = [hnext, h]
    probabilities(p, parameters, h, temperature)
    return p
  })
}
