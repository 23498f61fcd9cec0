// The vocabulary of a snapshot: chars, ix_to_char and char_to_ix, any of which may be missing but not all, and which
// must be one and the same.
import type { NetworkSizes } from '../rnn/layout.ts'
import { characterName } from '../text/vocabulary.ts'
import { FormatError } from './format-errors.ts'
import { Dictionary, type PythonValue } from './python-values.ts'
import { characterList, spell, type Spelling } from './snapshot-characters.ts'
import type { SnapshotMembers } from './snapshot-members.ts'
import { integerOf, pythonTypeOf, unwrapped } from './snapshot-values.ts'
import type { SnapshotVocabulary } from './snapshot.ts'

const LAST_ASCII = 0x7f

/** Which side of a dictionary's entries is the index and which the character. */
const DICTIONARIES = [
  { array: 'ix_to_char', index: 0, character: 1 },
  { array: 'char_to_ix', index: 1, character: 0 },
] as const

function requireSize(array: string, found: number, expected: number): void {
  if (found !== expected) throw new FormatError('snapshot-vocabulary-size', { array, found, expected })
}

function entriesOf(array: string, value: PythonValue): [PythonValue, PythonValue][] {
  const dictionary = unwrapped(value)
  if (dictionary instanceof Dictionary) return dictionary.entries
  throw new FormatError('snapshot-value-kind', { array, found: pythonTypeOf(dictionary), expected: 'dict' })
}

/** The characters of a dictionary by index. @throws FormatError unless each of 0 to V-1 is there once */
function charactersByIndex(
  { array, index, character }: (typeof DICTIONARIES)[number],
  value: PythonValue,
  size: number,
): PythonValue[] {
  const entries = entriesOf(array, value)
  requireSize(array, entries.length, size)
  const characters: PythonValue[] = []
  for (const entry of entries) {
    const place = integerOf(entry[index])
    if (place === null || place < 0 || place >= size || place in characters) {
      const found = place ?? pythonTypeOf(entry[index])
      throw new FormatError('snapshot-index', { array, found, last: size - 1 })
    }
    characters[place] = entry[character]
  }
  return characters
}

function requireDistinct({ array, codePoints }: Spelling): void {
  const places = new Map<number, number>()
  codePoints.forEach((codePoint, second) => {
    const first = places.get(codePoint)
    if (first !== undefined) {
      const character = characterName(codePoint)
      throw new FormatError('snapshot-character-repeated', { array, character, first, second })
    }
    places.set(codePoint, second)
  })
}

function requireSame(one: Spelling, other: Spelling): void {
  const index = one.codePoints.findIndex((codePoint, i) => codePoint !== other.codePoints[i])
  if (index < 0) return
  throw new FormatError('snapshot-vocabularies-differ', {
    index,
    array: other.array,
    found: characterName(other.codePoints[index]!),
    other: one.array,
    expected: characterName(one.codePoints[index]!),
  })
}

function readSpellings(members: SnapshotMembers, size: number): Spelling[] {
  const spellings: Spelling[] = []
  const chars = members.read('chars')
  if (chars !== undefined) {
    const characters = characterList('chars', chars)
    requireSize('chars', characters.length, size)
    spellings.push(spell('chars', characters))
  }
  for (const dictionary of DICTIONARIES) {
    const value = members.read(dictionary.array)
    if (value !== undefined) spellings.push(spell(dictionary.array, charactersByIndex(dictionary, value, size)))
  }
  return spellings
}

function encodingOf(spellings: readonly Spelling[]): SnapshotVocabulary['encoding'] {
  if (spellings.some(({ hasHighBytes }) => hasHighBytes)) return 'bytes'
  return spellings.some(({ codePoints }) => codePoints.some((one) => one > LAST_ASCII)) ? 'utf-8' : 'either'
}

/** @throws FormatError naming the array, and what differs from what */
export function readVocabulary(members: SnapshotMembers, { vocabularySize }: NetworkSizes): SnapshotVocabulary {
  const stated = members.read('vocab_size')
  if (stated !== undefined) {
    const size = integerOf(stated)
    const bounds = { least: vocabularySize, most: vocabularySize }
    if (size === null)
      throw new FormatError('snapshot-number', { array: 'vocab_size', found: pythonTypeOf(stated), ...bounds })
    requireSize('vocab_size', size, vocabularySize)
  }
  const spellings = readSpellings(members, vocabularySize)
  const [first, ...others] = spellings
  if (!first)
    throw new FormatError('snapshot-array-missing', { array: 'chars', needed: 'chars, char_to_ix, ix_to_char' })
  for (const spelling of spellings) requireDistinct(spelling)
  for (const other of others) requireSame(first, other)
  return { codePoints: first.codePoints, encoding: encodingOf(spellings) }
}
