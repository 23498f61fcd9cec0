// What is written at one temperature, counted and held against the text.
import { entropyBits } from '#core/analysis/next-character.ts'
import { READING_LENGTH, readingEntropies } from '#core/analysis/reading-entropy.ts'
import { distanceFrom, type TextReference } from '#core/analysis/temperature-match.ts'
import { textStatistics, type TextStatistics } from '#core/analysis/text-statistics.ts'
import type { SweepPoint } from '#core/contract/temperatures.ts'
import { Writer, type DrawingRule } from '#core/rnn/writer.ts'
import { makeNetworkStep } from '../kernel/network-step.ts'
import { promptIndices } from '../snapshots/completions.ts'
import type { Network } from '../networks/network.ts'
import type { KnownText } from './known-text.ts'
import { nextCharacter } from './next-character.ts'

export interface SweepPointOrder {
  rule: DrawingRule
  prompt: string
  seed: number
  /** Characters to write. */
  length: number
  reference: TextReference | null
}

export interface WrittenOnce {
  text: string
  statistics: TextStatistics
  /** Mean entropy of what the characters were drawn from. */
  writingBits: number
}

/** A text as a completion writes it, and what can be counted in it. */
export function writeOnce(
  network: Network,
  known: KnownText | null,
  { rule, prompt, seed, length }: Omit<SweepPointOrder, 'reference'>,
): WrittenOnce {
  const { indices } = promptIndices(network.codePoints, prompt)
  const writer = new Writer(makeNetworkStep, network.parameters, network.sizes, indices, seed)
  let bits = 0
  const characters = Array.from({ length }, () => {
    const index = nextCharacter(writer, network, rule)
    bits += entropyBits(writer.p)
    return String.fromCodePoint(network.codePoints[index]!)
  })
  const text = characters.join('')
  return { text, statistics: textStatistics(text, known?.words ?? null), writingBits: bits / length }
}

export function sweepPointOf(network: Network, known: KnownText | null, order: SweepPointOrder): SweepPoint {
  const { statistics, writingBits } = writeOnce(network, known, order)
  return {
    ...statistics,
    temperature: order.rule.temperature,
    characters: order.length,
    entropyBits: writingBits,
    distance: order.reference && distanceFrom(order.reference, statistics),
  }
}

/** Over the beginning of the text, without the characters that the network does not know; null when none are left. */
export function readingEntropiesOf(
  { parameters, sizes, codePoints }: Network,
  { content }: KnownText,
  temperatures: readonly number[],
): number[] | null {
  const indexOf = new Map(codePoints.map((codePoint, index) => [codePoint, index]))
  // A code point is at most two units of the string.
  const beginning = Array.from(content.slice(0, 2 * READING_LENGTH)).slice(0, READING_LENGTH)
  const indices = beginning.flatMap((character) => indexOf.get(character.codePointAt(0)!) ?? [])
  if (indices.length === 0) return null
  return readingEntropies(makeNetworkStep(parameters, sizes), sizes.hiddenSize, indices, temperatures)
}
