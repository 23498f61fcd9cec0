// How much of what follows a character depends on what came before it: the mutual information between the state and the
// next character, given the character.
import type { PastMattersRow } from '../contract/analysis.ts'
import { entropyBits } from './next-character.ts'
import type { TextReading } from './text-reading.ts'

/** How often each character truly came after `character`, by vocabulary index (V). */
export function countsAfter({ text, length }: TextReading, character: number, vocabularySize: number): Uint32Array {
  const counts = new Uint32Array(vocabularySize)
  for (let position = 0; position < length; position++) {
    if (text[position] === character) counts[text[position + 1]!]!++
  }
  return counts
}

/** Share of the most frequent of the counts: what always guessing it would get right. */
export function baseRateOf(counts: ArrayLike<number>): number {
  const all = Array.from(counts)
  return Math.max(...all) / all.reduce((sum, count) => sum + count, 0)
}

/**
 * For every character that occurs, the most dependent first: I_c = H(mean over contexts of p) - mean over contexts of
 * H(p), in bits. It is 0 when the distribution after c is the same whatever came before, and at most H of the mean.
 */
export function pastMatters(reading: TextReading, vocabulary: readonly string[]): PastMattersRow[] {
  const rows = vocabulary.flatMap((character, index) => {
    const occurrences = reading.occurrences(index)
    if (occurrences === 0) return []
    const { mean, meanEntropyBits, accuracy } = reading.totals(index)
    const bits = Math.max(0, entropyBits(mean) - meanEntropyBits)
    return [{ character, occurrences, bits, meanEntropyBits, accuracy }]
  })
  return rows.sort((one, other) => other.bits - one.bits)
}
