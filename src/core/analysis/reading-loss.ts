// How well the network foretells a text that is there: the mean loss of its characters, without learning from them.
import type { NetworkStep } from '../rnn/network-step.ts'

/**
 * Mean of -ln p over every character of `text` after the first (vocabulary indices, at least two), in nats a character,
 * read from h = 0 at the temperature given.
 */
export function readingLoss(
  step: NetworkStep,
  hiddenSize: number,
  text: ArrayLike<number>,
  temperature: number,
): number {
  const h = new Float64Array(hiddenSize)
  let loss = 0
  for (let position = 0; position + 1 < text.length; position++) {
    step.read(h, text[position]!)
    loss -= Math.log(step.probabilities(h, temperature)[text[position + 1]!]!)
  }
  return loss / (text.length - 1)
}
