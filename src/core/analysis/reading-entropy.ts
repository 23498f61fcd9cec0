// How undecided the network is while it reads a text that is there: the mean entropy of its distribution over the next
// character, at several temperatures over the very same states.
import type { NetworkSizes, Parameters } from '../rnn/layout.ts'
import { hiddenState, probabilities } from '../rnn/network.ts'
import { entropyBits } from './next-character.ts'

/** Characters of a text that are read where it is longer. */
export const READING_LENGTH = 20_000

/**
 * Mean entropy in bits a character after each of the characters of `text` (vocabulary indices, at least one), read from
 * h = 0, for every temperature.
 */
export function readingEntropies(
  parameters: Parameters,
  { hiddenSize, vocabularySize }: NetworkSizes,
  text: ArrayLike<number>,
  temperatures: readonly number[],
): number[] {
  let h = new Float64Array(hiddenSize)
  let hnext = new Float64Array(hiddenSize)
  const p = new Float64Array(vocabularySize)
  const sums = temperatures.map(() => 0)
  for (let position = 0; position < text.length; position++) {
    hiddenState(hnext, parameters, text[position]!, h)
    ;[h, hnext] = [hnext, h]
    temperatures.forEach((temperature, i) => {
      probabilities(p, parameters, h, temperature)
      sums[i]! += entropyBits(p)
    })
  }
  return sums.map((sum) => sum / text.length)
}
