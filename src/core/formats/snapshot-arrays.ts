// The matrices of a snapshot: whether they are all there, agree on one H and one V, and hold finite numbers.
import { PARAMETERS, type NetworkSizes, type Parameters } from '../rnn/layout.ts'
import { FormatError } from './format-errors.ts'
import { isNumberCode } from './dtype.ts'
import { NdArray, shapeText } from './nd-array.ts'
import type { SnapshotMembers } from './snapshot-members.ts'
import { pythonTypeOf } from './snapshot-values.ts'

const ADAGRAD_PREFIX = 'm'
const SYMBOLS = { hiddenSize: 'H', vocabularySize: 'V', one: 1 } as const

type Parameter = (typeof PARAMETERS)[number]

/** The name of a parameter's Adagrad memory. */
export function memoryName(name: string): string {
  return ADAGRAD_PREFIX + name
}

/** (rows, columns) of the parameter. */
export function shapeOf({ rows, columns }: Parameter, sizes: NetworkSizes): number[] {
  const sides = { ...sizes, one: 1 }
  return [sides[rows], sides[columns]]
}

/** The member as an array of numbers of whatever shape. @throws FormatError, which shows `expected` as its shape */
function numericArray(members: SnapshotMembers, array: string, expected: readonly (string | number)[]): NdArray | null {
  const value = members.read(array)
  if (value === undefined) return null
  if (value instanceof NdArray && isNumberCode(value.dtype.code)) return value
  throw new FormatError('snapshot-not-numbers', { array, found: pythonTypeOf(value), expected: shapeText(expected) })
}

function requireShape(array: string, { shape }: NdArray, expected: readonly number[]): void {
  if (shape.length === expected.length && shape.every((side, axis) => side === expected[axis])) return
  throw new FormatError('snapshot-shape', { array, found: shapeText(shape), expected: shapeText(expected) })
}

function asFloat64({ entries }: NdArray): Float64Array {
  if (entries instanceof Float64Array) return entries
  return Float64Array.from(entries as ArrayLike<number | bigint>, Number)
}

function requireEach(
  array: string,
  values: Float64Array,
  columns: number,
  code: 'snapshot-not-finite' | 'snapshot-negative',
  holds: (value: number) => boolean,
): void {
  const index = values.findIndex((value) => !holds(value))
  if (index < 0) return
  const [row, column] = [Math.floor(index / columns), index % columns]
  throw new FormatError(code, { array, row, column, found: String(values[index]) })
}

/** A member of finite numbers. @throws FormatError when it is there and is anything else */
export function finiteArray(members: SnapshotMembers, array: string, shape: readonly number[]): Float64Array | null {
  const found = numericArray(members, array, shape)
  if (!found) return null
  requireShape(array, found, shape)
  const values = asFloat64(found)
  requireEach(array, values, shape.at(-1) ?? 1, 'snapshot-not-finite', Number.isFinite)
  return values
}

/** The value that most have; of several the first. */
function mostFrequent(values: readonly number[]): number {
  const count = (value: number): number => values.filter((other) => other === value).length
  return values.reduce((best, value) => (count(value) > count(best) ? value : best))
}

/** H and V as most of the five have them, so that an error names the array that differs. @throws FormatError */
export function readSizes(members: SnapshotMembers): NetworkSizes {
  const votes = { hiddenSize: [] as number[], vocabularySize: [] as number[], one: [] as number[] }
  for (const { name, rows, columns } of PARAMETERS) {
    const expected = [SYMBOLS[rows], SYMBOLS[columns]]
    const array = numericArray(members, name, expected)
    if (!array) throw missing(name, (one) => one)
    const [rowCount, columnCount] = array.shape
    if (array.shape.length !== 2 || !rowCount || !columnCount) {
      const shapes = { found: shapeText(array.shape), expected: shapeText(expected) }
      throw new FormatError('snapshot-shape', { array: name, ...shapes })
    }
    votes[rows].push(rowCount)
    votes[columns].push(columnCount)
  }
  return { hiddenSize: mostFrequent(votes.hiddenSize), vocabularySize: mostFrequent(votes.vocabularySize) }
}

function missing(name: string, nameOf: (name: string) => string): FormatError {
  const needed = PARAMETERS.map((parameter) => nameOf(parameter.name)).join(', ')
  return new FormatError('snapshot-array-missing', { array: nameOf(name), needed })
}

function readAll(members: SnapshotMembers, sizes: NetworkSizes, nameOf: (name: string) => string): Parameters {
  const arrays = PARAMETERS.map((parameter) => {
    const values = finiteArray(members, nameOf(parameter.name), shapeOf(parameter, sizes))
    if (!values) throw missing(parameter.name, nameOf)
    return [parameter.name, values] as const
  })
  return Object.fromEntries(arrays) as Parameters
}

/** @throws FormatError naming the array and what was expected of it */
export function readParameters(members: SnapshotMembers, sizes: NetworkSizes): Parameters {
  return readAll(members, sizes, (name) => name)
}

/** null when none of the five is there. @throws FormatError as for the parameters, and where a sum of squares is negative */
export function readAdagradMemory(members: SnapshotMembers, sizes: NetworkSizes): Parameters | null {
  if (PARAMETERS.every(({ name }) => members.read(memoryName(name)) === undefined)) return null
  const memory = readAll(members, sizes, memoryName)
  for (const parameter of PARAMETERS) {
    const [, columns = 1] = shapeOf(parameter, sizes)
    const array = memoryName(parameter.name)
    requireEach(array, memory[parameter.name], columns, 'snapshot-negative', (value) => value >= 0)
  }
  return memory
}
