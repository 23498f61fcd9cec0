// What is written at one temperature, counted and held against the text.
import { entropyBits } from '#core/analysis/next-character.ts'
import { distanceFrom, type TextReference } from '#core/analysis/temperature-match.ts'
import { textStatistics } from '#core/analysis/text-statistics.ts'
import type { SweepPoint } from '#core/contract/temperatures.ts'
import { Writer, type DrawingRule } from '#core/rnn/writer.ts'
import { promptIndices } from '../snapshots/completions.ts'
import type { KnownText, Network } from './networks.ts'
import { nextCharacter } from './next-character.ts'

export interface SweepPointOrder {
  rule: DrawingRule
  prompt: string
  seed: number
  /** Characters to write. */
  length: number
  reference: TextReference | null
}

/** A text that is written once, as a completion writes it, with the mean entropy of what it was drawn from. */
export function writeOnce(network: Network, order: Omit<SweepPointOrder, 'reference'>): { text: string; bits: number } {
  const { rule, prompt, seed, length } = order
  const { indices } = promptIndices(network.codePoints, prompt)
  const writer = new Writer(network.parameters, network.sizes, indices, seed)
  let bits = 0
  const characters = Array.from({ length }, () => {
    const index = nextCharacter(writer, network, rule)
    bits += entropyBits(writer.p) / length
    return String.fromCodePoint(network.codePoints[index]!)
  })
  return { text: characters.join(''), bits }
}

export function sweepPointOf(network: Network, known: KnownText | null, order: SweepPointOrder): SweepPoint {
  const { text, bits } = writeOnce(network, order)
  const statistics = textStatistics(text, known?.words ?? null)
  return {
    ...statistics,
    temperature: order.rule.temperature,
    characters: order.length,
    entropyBits: bits,
    distance: order.reference && distanceFrom(order.reference, statistics),
  }
}
