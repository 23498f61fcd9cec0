// The distinct characters of a text and their numbers: what char_to_ix and ix_to_char are in the report.
import type { VocabularyOrder } from '../contract/settings.ts'

export interface Vocabulary {
  /** Code point of every index: ix_to_char. */
  codePoints: number[]
  /** How often each occurs in the text it was made from, by index. */
  counts: number[]
}

/**
 * The vocabulary of a text, sorted by code point (as Python's `sorted(set(text))`) or by first appearance (as a
 * dictionary filled while reading has it).
 */
export function vocabularyOf(text: ArrayLike<number>, order: VocabularyOrder): Vocabulary {
  const countOf = new Map<number, number>()
  for (let position = 0; position < text.length; position++) {
    const codePoint = text[position]!
    countOf.set(codePoint, (countOf.get(codePoint) ?? 0) + 1)
  }
  const entries = [...countOf]
  if (order === 'sorted') entries.sort(([a], [b]) => a - b)
  return { codePoints: entries.map(([codePoint]) => codePoint), counts: entries.map(([, count]) => count) }
}

/** The character of every index, as a string. */
export function charactersOf({ codePoints }: Vocabulary): string[] {
  return codePoints.map((codePoint) => String.fromCodePoint(codePoint))
}

/** Writes the index of every character of `text` into `indices` of the same length. */
export function encodeIndices(text: ArrayLike<number>, { codePoints }: Vocabulary, indices: Uint16Array): void {
  const indexOf = new Map(codePoints.map((codePoint, index) => [codePoint, index]))
  for (let position = 0; position < text.length; position++) indices[position] = indexOf.get(text[position]!)!
}

const VISIBLE_NAMES: Readonly<Record<number, string>> = { 0x0a: '↵', 0x20: '␣', 0x09: '⇥' }

/** The character as a message or a label names it: visible, or by its code. */
export function characterName(codePoint: number): string {
  const character = String.fromCodePoint(codePoint)
  if (VISIBLE_NAMES[codePoint]) return VISIBLE_NAMES[codePoint]
  if (/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)) return character
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}
