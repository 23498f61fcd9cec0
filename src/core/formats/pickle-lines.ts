// How the oldest pickle protocol spells values as lines of text: numbers, quoted byte strings and escaped Unicode.
import { INTEGER_LENGTH_LIMIT } from './limits.ts'
import { MalformedPickle } from './pickle-machine.ts'
import { latin1Bytes, latin1Text } from './python-text.ts'

/** A decimal integer, with the L that Python 2 puts behind a long one. */
export function integerOfLine(line: Uint8Array): bigint {
  const text = latin1Text(line.subarray(0, INTEGER_LENGTH_LIMIT + 1))
  if (text.length > INTEGER_LENGTH_LIMIT || !/^[+-]?\d+L?$/.test(text)) throw new MalformedPickle()
  return BigInt(text.replace(/^\+|L$/g, ''))
}

/** INT writes True and False as 01 and 00. */
export function integerOrTruthOfLine(line: Uint8Array): bigint | boolean {
  const text = latin1Text(line.subarray(0, 3))
  return text === '00' ? false : text === '01' ? true : integerOfLine(line)
}

/** A place in the memo. */
export function indexOfLine(line: Uint8Array): number {
  const index = Number(integerOfLine(line))
  if (!Number.isSafeInteger(index) || index < 0) throw new MalformedPickle()
  return index
}

const NAMED_FLOATS: ReadonlyMap<string, number> = new Map([
  ['inf', Infinity],
  ['-inf', -Infinity],
  ['nan', NaN],
  ['-nan', NaN],
])

/** Python's repr of a float. */
export function floatOfLine(line: Uint8Array): number {
  const text = latin1Text(line.subarray(0, INTEGER_LENGTH_LIMIT))
  const named = NAMED_FLOATS.get(text)
  if (named !== undefined) return named
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) throw new MalformedPickle()
  return Number(text)
}

/** What follows a backslash in a Python 2 string, one character long. */
const SINGLE_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\n': '',
}

const STRING_ESCAPE = /\\(?:x([0-9a-fA-F]{2})|([0-7]{1,3})|([^]))/g

/** The bytes of a Python 2 string literal in either kind of quotes; an escape that Python does not know stays as it is. */
export function bytesOfLiteral(line: Uint8Array): Uint8Array {
  const literal = latin1Text(line)
  const quote = literal[0]
  if (literal.length < 2 || (quote !== "'" && quote !== '"') || literal.at(-1) !== quote) throw new MalformedPickle()
  const inside = literal.slice(1, -1)
  const text = inside.replace(STRING_ESCAPE, (whole, hex?: string, octal?: string, single?: string) => {
    if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16))
    if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8) & 0xff)
    if (single === 'x') throw new MalformedPickle()
    return SINGLE_ESCAPES[single!] ?? whole
  })
  return latin1Bytes(text)!
}

const UNICODE_ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([^]))/g
const LAST_CODE_POINT = 0x10ffff

/** Python's raw-unicode-escape: latin1, with \uXXXX and \UXXXXXXXX for what latin1 lacks. */
export function textOfRawUnicodeEscape(line: Uint8Array): string {
  return latin1Text(line).replace(UNICODE_ESCAPE, (whole, short?: string, long?: string, other?: string) => {
    if (other === 'u' || other === 'U') throw new MalformedPickle()
    if (other !== undefined) return whole
    const codePoint = parseInt(short ?? long!, 16)
    if (codePoint > LAST_CODE_POINT) throw new MalformedPickle()
    return String.fromCodePoint(codePoint)
  })
}
