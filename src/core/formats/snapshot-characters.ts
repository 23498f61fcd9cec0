// The characters of a vocabulary in all the ways that Python scripts spelled them: bytes or text, in a list, an array
// or one string. Whether several spellings agree is left to snapshot-vocabulary.ts.
import { FormatError } from './format-errors.ts'
import { NdArray } from './nd-array.ts'
import { utf8Text } from './python-text.ts'
import { ByteString, Tuple, type PythonValue } from './python-values.ts'
import { pythonTypeOf, unwrapped } from './snapshot-values.ts'

const LAST_ASCII = 0x7f

/** One of chars, ix_to_char and char_to_ix: its characters by index. */
export interface Spelling {
  array: string
  /** (V) */
  codePoints: number[]
  /** True when a character above U+007F was given as a single byte. */
  hasHighBytes: boolean
}

/** One character is a byte, or several that are UTF-8 together; the latter make `isUtf8` true for all of them. */
function codePointOf(value: PythonValue, isUtf8: boolean): number | null {
  if (value instanceof ByteString && !isUtf8) return value.bytes.length === 1 ? value.bytes[0]! : null
  const text = value instanceof ByteString ? utf8Text(value.bytes) : value
  const codePoint = typeof text === 'string' ? text.codePointAt(0) : undefined
  return codePoint !== undefined && text === String.fromCodePoint(codePoint) ? codePoint : null
}

/** @param characters (V) one value each. @throws FormatError naming the first that is no single character */
export function spell(array: string, characters: readonly PythonValue[]): Spelling {
  const isUtf8 = characters.some((value) => value instanceof ByteString && value.bytes.length > 1)
  const codePoints = characters.map((value, index) => {
    const codePoint = codePointOf(value, isUtf8)
    if (codePoint !== null) return codePoint
    const found = typeof value === 'string' ? JSON.stringify(value.slice(0, 20)) : pythonTypeOf(value)
    throw new FormatError('snapshot-character', { array, index, found })
  })
  const hasHighBytes =
    !isUtf8 && characters.some((value, i) => value instanceof ByteString && codePoints[i]! > LAST_ASCII)
  return { array, codePoints, hasHighBytes }
}

/** NumPy drops the zeros at the end of a string of fixed length: an empty one was the character zero. */
function fixedLengthCharacters({ entries }: NdArray): PythonValue[] {
  const zero = new ByteString(Uint8Array.of(0), 'bytes')
  return Array.from(entries as (string | ByteString)[], (entry) => {
    const isEmpty = entry instanceof ByteString ? entry.bytes.length === 0 : entry === ''
    return isEmpty ? zero : entry
  })
}

/** The values of `chars`. @throws FormatError when they are no list */
export function characterList(array: string, value: PythonValue): PythonValue[] {
  const list = unwrapped(value)
  if (typeof list === 'string') return Array.from(list)
  if (Array.isArray(list)) return list
  if (list instanceof Tuple) return [...list.items]
  if (list instanceof NdArray && list.shape.length === 1) {
    if (list.dtype.code === 'O') return list.entries as PythonValue[]
    if (list.dtype.code === 'S' || list.dtype.code === 'U') return fixedLengthCharacters(list)
  }
  throw new FormatError('snapshot-value-kind', { array, found: pythonTypeOf(list), expected: 'list' })
}
