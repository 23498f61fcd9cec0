// How well the network foretells a text that is there: the mean loss of its characters, without learning from them.
import type { NetworkSizes, Parameters } from '../rnn/layout.ts'
import { hiddenState, probabilities } from '../rnn/network.ts'

/**
 * Mean of -ln p over every character of `text` after the first (vocabulary indices, at least two), in nats a character,
 * read from h = 0 at the temperature given.
 */
export function readingLoss(
  parameters: Parameters,
  { hiddenSize, vocabularySize }: NetworkSizes,
  text: ArrayLike<number>,
  temperature: number,
): number {
  let h = new Float64Array(hiddenSize)
  let hnext = new Float64Array(hiddenSize)
  const p = new Float64Array(vocabularySize)
  let loss = 0
  for (let position = 0; position + 1 < text.length; position++) {
    hiddenState(hnext, parameters, text[position]!, h)
    ;[h, hnext] = [hnext, h]
    probabilities(p, parameters, h, temperature)
    loss -= Math.log(p[text[position + 1]!]!)
  }
  return loss / (text.length - 1)
}
