// Our values in the form in which the fixtures keep Python's (see test/fixtures/formats/expected.py): exact, and with
// every type named.
import { encodeEntries } from '#core/formats/array-entries.ts'
import { NdArray } from '#core/formats/nd-array.ts'
import { ByteString, Dictionary, NumpyScalar, Tuple, type PythonValue } from '#core/formats/python-values.ts'

export type Tagged = null | { [type: string]: unknown }

export function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'))
}

export function hexadecimal(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

function taggedFloat(value: number): Tagged {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  return { float: bytes.toString('hex') }
}

function taggedText(value: string): Tagged {
  return { text: Array.from(value, (one) => one.codePointAt(0)!.toString(16).padStart(8, '0')).join('') }
}

function taggedArray(array: NdArray): Tagged {
  const { dtype, shape, entries } = array
  const form = { dtype: dtype.name, shape: [...shape] }
  if (dtype.code === 'O') return { array: { ...form, items: Array.from(entries as PythonValue[], tagged) } }
  return { array: { ...form, data: hexadecimal(encodeEntries(array)) } }
}

export function tagged(value: PythonValue): Tagged {
  if (value === null) return null
  if (typeof value === 'boolean') return { bool: value }
  if (typeof value === 'bigint') return { int: String(value) }
  if (typeof value === 'number') return taggedFloat(value)
  if (typeof value === 'string') return taggedText(value)
  if (value instanceof ByteString) return { [value.kind]: hexadecimal(value.bytes) }
  if (value instanceof Tuple) return { tuple: value.items.map(tagged) }
  if (value instanceof Dictionary) return { dict: value.entries.map((entry) => entry.map(tagged)) }
  if (value instanceof NdArray) return taggedArray(value)
  if (value instanceof NumpyScalar) {
    return { scalar: { dtype: value.array.dtype.name, data: hexadecimal(encodeEntries(value.array)) } }
  }
  if (Array.isArray(value)) return { list: value.map(tagged) }
  throw new TypeError(`no form for ${String(value)}`)
}
