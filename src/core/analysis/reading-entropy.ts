// How undecided the network is while it reads a text that is there: the mean entropy of its distribution over the next
// character, at several temperatures over the very same states.
import type { NetworkStep } from '../rnn/network-step.ts'
import { entropyBits } from './next-character.ts'

/** Characters of a text that are read where it is longer. */
export const READING_LENGTH = 20_000

/**
 * Mean entropy in bits a character after each of the characters of `text` (vocabulary indices, at least one), read from
 * h = 0, for every temperature.
 */
export function readingEntropies(
  step: NetworkStep,
  hiddenSize: number,
  text: ArrayLike<number>,
  temperatures: readonly number[],
): number[] {
  const h = new Float64Array(hiddenSize)
  const sums = temperatures.map(() => 0)
  for (let position = 0; position < text.length; position++) {
    step.read(h, text[position]!)
    temperatures.forEach((temperature, i) => {
      sums[i]! += entropyBits(step.probabilities(h, temperature))
    })
  }
  return sums.map((sum) => sum / text.length)
}
