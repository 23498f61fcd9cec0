// The kinds of values that the lab's own keys hold: how each is written as an array, and how it is read back.
import { numberDtype } from './dtype.ts'
import { FormatError } from './format-errors.ts'
import { NdArray, shapeText } from './nd-array.ts'
import { nativeString } from './pickle-writer.ts'
import { Dictionary, type PythonValue } from './python-values.ts'
import {
  floatArray,
  integerArray,
  integerOf,
  objectArray,
  pythonTypeOf,
  textArray,
  textOf,
  unwrapped,
} from './snapshot-values.ts'
import type { Hyperparameter } from './snapshot.ts'

export interface Kind<Value> {
  write: (value: Value) => NdArray
  /** @throws FormatError naming `array` when `value` is of another kind */
  read: (value: PythonValue, array: string) => Value
}

/** A whole number from 0 to `most`. */
export function count(most = Number.MAX_SAFE_INTEGER): Kind<number> {
  return {
    write: integerArray,
    read: (value, array) => {
      const integer = integerOf(value)
      if (integer !== null && integer >= 0 && integer <= most) return integer
      throw new FormatError('snapshot-number', { array, found: String(integer ?? pythonTypeOf(value)), least: 0, most })
    },
  }
}

export const finiteNumber: Kind<number> = {
  write: floatArray,
  read: (value, array) => {
    const number = unwrapped(value)
    if (typeof number === 'number' && Number.isFinite(number)) return number
    const found = typeof number === 'number' ? String(number) : pythonTypeOf(value)
    throw new FormatError('snapshot-value-kind', { array, found, expected: 'float' })
  },
}

export const text: Kind<string> = {
  write: textArray,
  read: (value, array) => {
    const found = textOf(value)
    if (found === null) throw new FormatError('snapshot-not-text', { array, found: pythonTypeOf(value) })
    return found
  },
}

/** Columns of finite float64 numbers, (length, columns); their length is left to the reader's caller. */
export const columns: Kind<Float64Array[]> = {
  write: (values) => {
    const rows = values[0]!.length
    const entries = Float64Array.from({ length: rows * values.length }, (_, index) => {
      return values[index % values.length]![Math.floor(index / values.length)]!
    })
    return new NdArray(numberDtype('f8'), [rows, values.length], entries)
  },
  read: (value, array) => {
    if (value instanceof NdArray && value.entries instanceof Float64Array && value.entries.every(Number.isFinite)) {
      const { entries } = value
      const rows = value.shape[0] ?? 0
      const count = rows > 0 ? entries.length / rows : 0
      return Array.from({ length: count }, (_, column) =>
        Float64Array.from({ length: rows }, (_, row) => entries[row * count + column]!),
      )
    }
    throw new FormatError('snapshot-not-numbers', { array, found: pythonTypeOf(value), expected: '(H, B)' })
  },
}

/** Words of 32 bits, (length,). */
export function words(length: number): Kind<Uint32Array> {
  return {
    write: (values) => new NdArray(numberDtype('u4'), [length], values),
    read: (value, array) => {
      const entries = value instanceof NdArray ? value.entries : null
      if (entries instanceof Uint32Array && entries.length === length) return entries
      const expected = shapeText([length])
      throw new FormatError('snapshot-not-numbers', { array, found: pythonTypeOf(value), expected })
    },
  }
}

function pythonNumber(value: Hyperparameter): PythonValue {
  return typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0) ? BigInt(value) : value
}

/** A dictionary of text keys, and values of Python's simplest types. Whole numbers are written as int. */
export const dictionary: Kind<Record<string, Hyperparameter>> = {
  write: (values) => {
    const entries = Object.entries(values).map(([key, value]): [PythonValue, PythonValue] => [
      nativeString(key),
      pythonNumber(value),
    ])
    return objectArray([new Dictionary(entries)])
  },
  read: (value, array) => {
    const found = unwrapped(value)
    if (!(found instanceof Dictionary)) {
      throw new FormatError('snapshot-value-kind', { array, found: pythonTypeOf(found), expected: 'dict' })
    }
    return Object.fromEntries(
      found.entries.flatMap(([keyValue, entry]): [string, Hyperparameter][] => {
        const key = textOf(keyValue)
        const plain = typeof entry === 'bigint' ? Number(entry) : (textOf(entry) ?? entry)
        return key !== null && (plain === null || typeof plain !== 'object') ? [[key, plain as Hyperparameter]] : []
      }),
    )
  },
}
