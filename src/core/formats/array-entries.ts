// The bytes of an array's entries, and the values that they are: the same in .npy files and in pickles.
import { CHARACTER_SIZE, isNumberCode, NUMBER_ARRAYS, type Dtype, type NumberArray, type NumberCode } from './dtype.ts'
import type { ArrayEntries } from './nd-array.ts'
import { ByteString, type PythonValue } from './python-values.ts'

const LAST_CODE_POINT = 0x10ffff

/** Typed arrays are in the platform's byte order, which is little-endian wherever JavaScript engines are shipped. */
function decodeNumbers(bytes: Uint8Array, { itemSize, bigEndian }: Dtype, code: NumberCode): NumberArray {
  const copy = new Uint8Array(bytes)
  if (bigEndian) {
    for (let start = 0; start < copy.length; start += itemSize) copy.subarray(start, start + itemSize).reverse()
  }
  return new NUMBER_ARRAYS[code](copy.buffer)
}

/** The end of what is left when the zeros at the end of `units[start..end)` are dropped, as NumPy drops them. */
function withoutPadding(units: ArrayLike<number>, start: number, end: number): number {
  while (end > start && units[end - 1] === 0) end--
  return end
}

function decodeByteStrings(bytes: Uint8Array, { itemSize }: Dtype): ByteString[] {
  return Array.from({ length: bytes.length / itemSize }, (_, i) => {
    const start = i * itemSize
    return new ByteString(bytes.slice(start, withoutPadding(bytes, start, start + itemSize)), 'bytes')
  })
}

function decodeTexts(bytes: Uint8Array, { itemSize, bigEndian }: Dtype): string[] | null {
  const length = itemSize / CHARACTER_SIZE
  const units = decodeNumbers(bytes, { itemSize: CHARACTER_SIZE, bigEndian } as Dtype, 'u4') as Uint32Array
  if (units.some((unit) => unit > LAST_CODE_POINT)) return null
  return Array.from({ length: units.length / length }, (_, i) => {
    const start = i * length
    return String.fromCodePoint(...units.subarray(start, withoutPadding(units, start, start + length)))
  })
}
