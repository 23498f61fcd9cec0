// The header of a .npy file (NumPy's NEP 1): a magic string, a version, and a Python dictionary of three entries. The
// data behind it is left to npy.ts.
import { beginsWith } from '../text/begins-with.ts'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { parseDtype, type Dtype } from './dtype.ts'
import { FormatError } from './format-errors.ts'
import { shapeText } from './nd-array.ts'
import { latin1Text } from './python-text.ts'

export const NPY_MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59] as const

const ALIGNMENT = 64
const LONGEST_NAMED_TYPE = 60

export interface NpyHeader {
  dtype: Dtype
  fortranOrder: boolean
  shape: number[]
}

/** One entry of the dictionary. Python 2 wrote long integers as `62L`; a structured type is a list. */
const ENTRY = /\s*['"](\w+)['"]\s*:\s*(?:['"]([^'"]*)['"]|(True|False)|\(([\dL,\s]*)\)|(\[[^{}]*\]))\s*,?/y

function readDictionary(text: string): Map<string, string> | null {
  const entries = new Map<string, string>()
  const begin = /^\s*\{/.exec(text)
  let end = begin?.[0].length ?? 0
  for (;;) {
    ENTRY.lastIndex = end
    const match = ENTRY.exec(text)
    if (!match) break
    const [, key = '', ...values] = match
    entries.set(key, values.find((value) => value !== undefined) ?? '')
    end = ENTRY.lastIndex
  }
  return begin && /^\s*\}\s*$/.test(text.slice(end)) ? entries : null
}

function parseShape(text: string): number[] {
  return text
    .split(',')
    .map((side) => side.trim().replace(/L$/, ''))
    .filter((side) => side !== '')
    .map(Number)
}

/** Reads the header and leaves `reader` at the data. @throws FormatError naming `array` */
export function readNpyHeader(reader: ByteReader, array: string): NpyHeader {
  const magic = reader.take(NPY_MAGIC.length)
  if (!beginsWith(magic, NPY_MAGIC)) throw new FormatError('npy-malformed', { array })
  const [major, minor] = [reader.uint8(), reader.uint8()]
  if (major < 1 || major > 3 || minor !== 0) {
    throw new FormatError('npy-version-unknown', { array, version: `${major}.${minor}` })
  }
  const text = latin1Text(reader.take(major === 1 ? reader.uint16() : reader.uint32()))
  const entries = readDictionary(text)
  const [descr, fortranOrder, shape] = ['descr', 'fortran_order', 'shape'].map((key) => entries?.get(key))
  if (descr === undefined || fortranOrder === undefined || shape === undefined) {
    throw new FormatError('npy-malformed', { array })
  }
  const dtype = parseDtype(descr)
  if (!dtype) throw new FormatError('npy-type-unsupported', { array, type: descr.slice(0, LONGEST_NAMED_TYPE) })
  return { dtype, fortranOrder: fortranOrder === 'True', shape: parseShape(shape) }
}

/** The header of an array in C order, in version 1.0, padded so that the data is aligned. */
export function writeNpyHeader(writer: ByteWriter, { writtenOrder, name }: Dtype, shape: readonly number[]): void {
  const dictionary = `{'descr': '${writtenOrder}${name}', 'fortran_order': False, 'shape': ${shapeText(shape)}, }`
  const unpadded = NPY_MAGIC.length + 2 + 2 + dictionary.length + 1
  const padding = (ALIGNMENT - (unpadded % ALIGNMENT)) % ALIGNMENT
  writer.write(NPY_MAGIC).uint8(1).uint8(0)
  writer.uint16(dictionary.length + padding + 1).latin1(dictionary + ' '.repeat(padding) + '\n')
}
