// Texts and arguments in a network's own vocabulary.
import type { ContrastSets } from '#core/contract/analysis.ts'
import type { Contrast } from '#core/analysis/contrast.ts'
import { characterName } from '#core/text/vocabulary.ts'
import { LabError } from '../lab-error.ts'

/** The most unknown characters that are named. */
const NAMED = 40

export interface UnknownCharacters {
  /** Places in the text where they stood. */
  count: number
  characters: string[]
}

/** Reads no further than `limit`; characters that the network does not know are left out. */
export function textInVocabulary(
  text: { indices: SharedArrayBuffer; codePoints: readonly number[]; limit: number | null },
  codePoints: readonly number[],
): { characters: Uint16Array; unknown: UnknownCharacters } {
  const indexOf = new Map(codePoints.map((codePoint, index) => [codePoint, index]))
  const translated = text.codePoints.map((codePoint) => indexOf.get(codePoint) ?? -1)
  const all = new Uint16Array(text.indices)
  const read = text.limit === null ? all : all.subarray(0, text.limit)
  const characters = new Uint16Array(read.length)
  const unknown = new Set<number>()
  let length = 0
  for (const index of read) {
    const known = translated[index]!
    if (known >= 0) characters[length++] = known
    else unknown.add(index)
  }
  const named = [...unknown].slice(0, NAMED).map((index) => String.fromCodePoint(text.codePoints[index]!))
  return {
    characters: characters.subarray(0, length),
    unknown: { count: read.length - length, characters: named },
  }
}

/** The indices of all characters of a string. @throws LabError that names those which the network does not know */
export function indicesOf(codePoints: readonly number[], text: string): number[] {
  const characters = Array.from(text, (character) => character.codePointAt(0)!)
  const unknown = characters.filter((codePoint) => !codePoints.includes(codePoint))
  if (unknown.length > 0) {
    throw new LabError('character-unknown', { characters: [...new Set(unknown)].map(characterName).join(' ') })
  }
  return characters.map((codePoint) => codePoints.indexOf(codePoint))
}

/** @throws LabError when a side is empty or an outcome is on both */
export function contrastOf(codePoints: readonly number[], { for: ours, against }: ContrastSets): Contrast {
  const one = [...new Set(ours.flatMap((outcome) => indicesOf(codePoints, outcome)))]
  const rest = Array.from(codePoints.keys()).filter((index) => !one.includes(index))
  const other = against === 'rest' ? rest : [...new Set(against.flatMap((outcome) => indicesOf(codePoints, outcome)))]
  if (one.length === 0 || other.length === 0) throw new LabError('contrast-empty')
  const both = one.filter((index) => other.includes(index))
  if (both.length > 0) {
    throw new LabError('contrast-overlaps', { characters: both.map((i) => characterName(codePoints[i]!)).join(' ') })
  }
  return { for: one, against: other }
}
