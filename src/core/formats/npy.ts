// One array in NumPy's .npy format, as numpy.save writes and numpy.load reads it. Arrays of Python objects are a pickle
// behind the header.
import { decodeEntries, encodeEntries } from './array-entries.ts'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { Dtype } from './dtype.ts'
import { FormatError } from './format-errors.ts'
import { Budget } from './limits.ts'
import { entryCount, fromFortranOrder, NdArray, shapeText } from './nd-array.ts'
import { readNpyHeader, writeNpyHeader, type NpyHeader } from './npy-header.ts'
import { readPickle } from './pickle-reader.ts'
import { writePickle } from './pickle-writer.ts'

/** The pickle is of the whole array, whose own shape and order then count, as in NumPy. */
function readObjects(bytes: Uint8Array, count: number, { shape }: NpyHeader, array: string): NdArray {
  const pickled = readPickle(bytes)
  if (!(pickled instanceof NdArray) || pickled.dtype.code !== 'O' || pickled.entries.length !== count) {
    throw new FormatError('npy-malformed', { array })
  }
  return new NdArray(pickled.dtype, shape, pickled.entries)
}

/**
 * Reads versions 1.0 to 3.0 in either order of bytes and of axes.
 *
 * @param array how errors name it
 * @throws FormatError
 */
export function readNpy(bytes: Uint8Array, array: string): NdArray {
  const reader = new ByteReader(bytes, 'npy')
  const header = readNpyHeader(reader, array)
  const { dtype, shape, fortranOrder } = header
  const count = entryCount(shape)
  if (count === null) throw new FormatError('npy-malformed', { array })
  const data = reader.take(reader.left)
  if (dtype.code === 'O') return readObjects(data, count, header, array)
  const expected = count * dtype.itemSize
  if (data.length !== expected) {
    throw new FormatError('npy-length', { array, found: data.length, expected, shape: shapeText(shape) })
  }
  const entries = decodeEntries(data, dtype, new Budget())
  if (!entries) throw new FormatError('npy-malformed', { array })
  const inMemory = new Dtype(dtype.code, dtype.itemSize)
  return new NdArray(inMemory, shape, fortranOrder ? fromFortranOrder(entries, shape) : entries)
}

/** Version 1.0, C order, little-endian; objects as a pickle of protocol 2. */
export function writeNpy(array: NdArray): Uint8Array {
  const writer = new ByteWriter()
  writeNpyHeader(writer, array.dtype, array.shape)
  return writer.write(array.dtype.code === 'O' ? writePickle(array) : encodeEntries(array)).bytes
}
