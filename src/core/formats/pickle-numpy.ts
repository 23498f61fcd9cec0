// What NumPy's own pickles are made of: the pieces out of which `_reconstruct`, `dtype`, `scalar` and `_frombuffer`
// make arrays, and the state that `BUILD` gives them. Which names lead here is decided in pickle-globals.ts.
import { decodeEntries } from './array-entries.ts'
import { Dtype, numberDtype, parseDtype } from './dtype.ts'
import { FormatError } from './format-errors.ts'
import type { Budget } from './limits.ts'
import { entryCount, fromFortranOrder, NdArray, type ArrayEntries } from './nd-array.ts'
import { MalformedPickle } from './pickle-machine.ts'
import { latin1Bytes, latin1Text } from './python-text.ts'
import { ByteString, GlobalName, NumpyScalar, Tuple, type PythonValue } from './python-values.ts'

const LONGEST_NAMED_TYPE = 60

function textOf(value: PythonValue | undefined): string {
  if (typeof value === 'string') return value
  if (value instanceof ByteString) return latin1Text(value.bytes)
  throw new MalformedPickle()
}

function bytesOf(value: PythonValue | undefined): Uint8Array {
  if (value instanceof ByteString) return value.bytes
  const bytes = typeof value === 'string' ? latin1Bytes(value) : null
  if (!bytes) throw new MalformedPickle()
  return bytes
}

function shapeOf(value: PythonValue | undefined): number[] {
  if (!(value instanceof Tuple)) throw new MalformedPickle()
  return value.items.map((side) => {
    if (typeof side !== 'bigint') throw new MalformedPickle()
    return Number(side)
  })
}

/** Entries in C order out of `data`: bytes, or for objects a list. */
function entriesOf(
  data: PythonValue | undefined,
  { dtype, shape }: Pick<NdArray, 'dtype' | 'shape'>,
  fortran: boolean,
  budget: Budget,
): ArrayEntries {
  const count = entryCount(shape)
  if (count === null) throw new MalformedPickle()
  if (dtype.code === 'O') {
    // NumPy lists objects in C order, whatever the order of the array was.
    if (!Array.isArray(data) || data.length !== count) throw new MalformedPickle()
    return data
  }
  const bytes = bytesOf(data)
  const entries = bytes.length === count * dtype.itemSize ? decodeEntries(bytes, dtype, budget) : null
  if (!entries) throw new MalformedPickle()
  return fortran ? fromFortranOrder(entries, shape) : entries
}

function requireDtype(value: PythonValue | undefined): Dtype {
  if (!(value instanceof Dtype)) throw new MalformedPickle()
  return value
}

/** numpy.core.multiarray._reconstruct(numpy.ndarray, (0,), b'b'): an array that BUILD will fill. */
export function reconstruct([type]: readonly PythonValue[]): NdArray {
  if (!(type instanceof GlobalName) || type.name !== 'ndarray') throw new MalformedPickle()
  return new NdArray(numberDtype('i1'), [0], new Int8Array())
}

/** numpy.dtype('f8', False, True); its byte order follows by BUILD. */
export function makeDtype([name]: readonly PythonValue[]): Dtype {
  const text = textOf(name)
  const dtype = parseDtype(text)
  if (!dtype) throw new FormatError('pickle-type-unsupported', { type: text.slice(0, LONGEST_NAMED_TYPE) })
  return dtype
}

/** numpy.core.multiarray.scalar(dtype, bytes). */
export function makeScalar([type, data]: readonly PythonValue[], budget: Budget): NumpyScalar {
  const dtype = requireDtype(type)
  return new NumpyScalar(new NdArray(dtype, [], entriesOf(data, { dtype, shape: [] }, false, budget)))
}

/** numpy.core.numeric._frombuffer(buffer, dtype, shape, order), as protocol 5 has it. */
export function fromBuffer([data, type, sides, order]: readonly PythonValue[], budget: Budget): NdArray {
  const array = { dtype: requireDtype(type), shape: shapeOf(sides) }
  return new NdArray(array.dtype, array.shape, entriesOf(data, array, textOf(order) === 'F', budget))
}

/** What BUILD does: gives an array (version, shape, dtype, isFortran, data), a dtype (version, byte order, ...). */
export function build(value: PythonValue, state: PythonValue, budget: Budget): void {
  if (!(state instanceof Tuple)) throw new MalformedPickle()
  if (value instanceof NdArray) {
    const [, sides, type, isFortran, data] = state.items
    const array = { dtype: requireDtype(type), shape: shapeOf(sides) }
    const entries = entriesOf(data, array, isFortran === true || isFortran === 1n, budget)
    Object.assign(value, { ...array, entries })
  } else if (value instanceof Dtype) {
    value.bigEndian = textOf(state.items[1]) === '>'
  } else throw new MalformedPickle()
}
