// Values by character, as JSON and as a table.
import type { Language } from '#core/contract/errors.ts'
import { characterName } from '#core/text/vocabulary.ts'
import { formatNumber, localisedText, type Localised } from './localised.ts'
import { tableText } from './table.ts'

const DECIMALS = 4
const CHARACTER: Localised = { en: 'Character', zh: '字符' }

export interface CharacterValue {
  character: string
  value: number
}

/** The characters with their values, the greatest first. */
export function ranked(vocabulary: readonly string[], values: readonly number[]): CharacterValue[] {
  const pairs = vocabulary.map((character, index) => ({ character, value: values[index]! }))
  return pairs.sort((one, other) => other.value - one.value)
}

/** As an object, the greatest first. Digits that are keys come first all the same: JavaScript puts them there. */
export function byCharacter(vocabulary: readonly string[], values: readonly number[]): Record<string, number> {
  return Object.fromEntries(ranked(vocabulary, values).map(({ character, value }) => [character, value]))
}

/** Visible, as every message names it. */
export function visible(text: string): string {
  return Array.from(text, (character) => characterName(character.codePointAt(0)!)).join('')
}

/** The `most` characters with the greatest first values, and what else is said of each. */
export function sharesTable(
  vocabulary: readonly string[],
  columns: readonly { heading: Localised; values: readonly number[]; decimals?: number }[],
  most: number,
  language: Language,
): string {
  const [first] = columns
  const order = Array.from(vocabulary.keys()).sort((one, other) => first!.values[other]! - first!.values[one]!)
  const headings = [CHARACTER, ...columns.map(({ heading }) => heading)]
  const rows = order
    .slice(0, most)
    .map((index) => [
      visible(vocabulary[index]!),
      ...columns.map(({ values, decimals }) => formatNumber(values[index]!, language, decimals ?? DECIMALS)),
    ])
  const alignments = ['left', ...columns.map(() => 'right')] as ('left' | 'right')[]
  return tableText([headings.map((heading) => localisedText(heading, language)), ...rows], alignments)
}
