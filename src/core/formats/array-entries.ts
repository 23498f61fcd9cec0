// The bytes of an array's entries, and the values that they are: the same in .npy files and in pickles. Objects have no
// bytes; they are left to the pickle.
import { CHARACTER_SIZE, NUMBER_ARRAYS, type Dtype, type NumberArray, type NumberCode } from './dtype.ts'
import type { Budget } from './limits.ts'
import type { ArrayEntries, NdArray } from './nd-array.ts'
import { ByteString } from './python-values.ts'
import { textOfCodePoints } from './python-text.ts'

/** About what one string takes besides its characters. */
const TEXT_COST = 100

const LAST_CODE_POINT = 0x10ffff

/** Typed arrays are in the platform's byte order, which is little-endian wherever JavaScript engines are shipped. */
function decodeNumbers(bytes: Uint8Array, code: NumberCode, bigEndian: boolean): NumberArray {
  const copy = new Uint8Array(bytes)
  const itemSize = NUMBER_ARRAYS[code].BYTES_PER_ELEMENT
  if (bigEndian) {
    for (let start = 0; start < copy.length; start += itemSize) copy.subarray(start, start + itemSize).reverse()
  }
  if (code === 'b1') return copy.map((byte) => (byte === 0 ? 0 : 1))
  return new NUMBER_ARRAYS[code](copy.buffer)
}

/** The fixed lengths that `units` consist of, each without the zeros at its end, as NumPy hands them out. */
function withoutPadding<Units extends Uint8Array | Uint32Array>(units: Units, length: number): Units[] {
  return Array.from({ length: units.length / length }, (_, i) => {
    const start = i * length
    let end = start + length
    while (end > start && units[end - 1] === 0) end--
    return units.subarray(start, end) as Units
  })
}

/** The entries of `bytes`, a whole number of them; null when they are not of the type, or are objects. */
export function decodeEntries(bytes: Uint8Array, dtype: Dtype, budget: Budget): ArrayEntries | null {
  const { code, itemSize, bigEndian } = dtype
  const isText = code === 'S' || code === 'U'
  budget.spend(isText ? (bytes.length / itemSize) * TEXT_COST + bytes.length : bytes.length)
  if (code === 'O') return null
  if (code === 'S') return withoutPadding(new Uint8Array(bytes), itemSize).map((one) => new ByteString(one, 'bytes'))
  if (code !== 'U') return decodeNumbers(bytes, code, bigEndian)
  const codePoints = decodeNumbers(bytes, 'u4', bigEndian) as Uint32Array
  if (codePoints.some((codePoint) => codePoint > LAST_CODE_POINT)) return null
  return withoutPadding(codePoints, itemSize / CHARACTER_SIZE).map(textOfCodePoints)
}

/** The entries' bytes in C order, little-endian, padded with zeros where the type has a fixed length. */
export function encodeEntries({ dtype, entries }: NdArray): Uint8Array {
  if (ArrayBuffer.isView(entries)) return new Uint8Array(entries.buffer, entries.byteOffset, entries.byteLength)
  const bytes = new Uint8Array(entries.length * dtype.itemSize)
  const view = new DataView(bytes.buffer)
  entries.forEach((entry, i) => {
    const start = i * dtype.itemSize
    if (entry instanceof ByteString) bytes.set(entry.bytes, start)
    else if (typeof entry === 'string') {
      Array.from(entry).forEach((character, place) => {
        view.setUint32(start + place * CHARACTER_SIZE, character.codePointAt(0)!, true)
      })
    }
  })
  return bytes
}
