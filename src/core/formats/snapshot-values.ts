// Single values of a snapshot, in and out of the arrays of no dimensions that NumPy keeps them in.
import { CHARACTER_SIZE, Dtype, numberDtype } from './dtype.ts'
import { NdArray, shapeText } from './nd-array.ts'
import { latin1Text } from './python-text.ts'
import { ByteString, Dictionary, NumpyScalar, Tuple, type PythonValue } from './python-values.ts'

/** The value's type as Python names it, with an array's own type and shape: `dict`, `f8 (250, 62)`. */
export function pythonTypeOf(value: PythonValue): string {
  if (value instanceof NdArray) return `${value.dtype.name} ${shapeText(value.shape)}`
  if (value instanceof NumpyScalar) return value.array.dtype.name
  if (value instanceof ByteString) return value.kind
  if (value instanceof Dictionary) return 'dict'
  if (value instanceof Tuple) return 'tuple'
  if (Array.isArray(value)) return 'list'
  if (value === null) return 'None'
  const names: Partial<Record<string, string>> = { boolean: 'bool', bigint: 'int', number: 'float', string: 'str' }
  return names[typeof value] ?? 'type'
}

/** What an array of no dimensions, or a NumPy scalar, holds; any other value as it is. */
export function unwrapped(value: PythonValue): PythonValue {
  const array = value instanceof NumpyScalar ? value.array : value
  if (!(array instanceof NdArray) || array.shape.length > 0) return value
  const entry = array.entries[0]!
  return ArrayBuffer.isView(array.entries) && /^[iu]/.test(array.dtype.code) ? BigInt(entry as number | bigint) : entry
}

/** The whole number that the value is; null when it is none, or is above 2^53. */
export function integerOf(value: PythonValue): number | null {
  const number = unwrapped(value)
  return typeof number === 'bigint' && Number.isSafeInteger(Number(number)) ? Number(number) : null
}

/** The text that the value is; bytes are read one character each. */
export function textOf(value: PythonValue): string | null {
  const text = unwrapped(value)
  if (text instanceof ByteString) return latin1Text(text.bytes)
  return typeof text === 'string' ? text : null
}

/** (), int64 */
export function integerArray(value: number): NdArray {
  return new NdArray(numberDtype('i8'), [], BigInt64Array.of(BigInt(value)))
}

/** (), float64 */
export function floatArray(value: number): NdArray {
  return new NdArray(numberDtype('f8'), [], Float64Array.of(value))
}

/** (), Unicode */
export function textArray(value: string): NdArray {
  const length = Math.max(1, Array.from(value).length)
  return new NdArray(new Dtype('U', CHARACTER_SIZE * length), [], [value])
}

/** An array of any values; of no dimensions unless a shape is given. */
export function objectArray(values: PythonValue[], shape: readonly number[] = []): NdArray {
  return new NdArray(new Dtype('O', 8), shape, values)
}
