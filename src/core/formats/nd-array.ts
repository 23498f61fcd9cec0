// NumPy's array: a type, a shape, and the entries row by row whatever their order in the file was.
import type { Dtype, NumberArray } from './dtype.ts'
import { DIMENSION_LIMIT } from './limits.ts'
import type { ByteString, PythonValue } from './python-values.ts'

/** Numbers in a typed array, S as byte strings, U as strings, O as any values. */
export type ArrayEntries = NumberArray | ByteString[] | string[] | PythonValue[]

/** The fields can be set because a pickle makes an empty array first and fills it later, when others may refer to it. */
export class NdArray {
  dtype: Dtype
  shape: readonly number[]
  /** In C order: the last index moves fastest. */
  entries: ArrayEntries

  constructor(dtype: Dtype, shape: readonly number[], entries: ArrayEntries) {
    this.dtype = dtype
    this.shape = shape
    this.entries = entries
  }
}

/** The shape as Python writes it: `(250, 62)`, `(62,)`, `()`. */
export function shapeText(shape: readonly (number | string)[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`
}

/** How many entries the shape has; null when it is not a shape, or has more than 2^53 of them. */
export function entryCount(shape: readonly number[]): number | null {
  if (shape.length > DIMENSION_LIMIT || !shape.every((side) => Number.isSafeInteger(side) && side >= 0)) return null
  if (shape.includes(0)) return 0
  const count = shape.reduce((product, side) => product * side, 1)
  return Number.isSafeInteger(count) ? count : null
}

/** For every place in C order, where the entry is that has it in Fortran order (the first index moves fastest). */
function* fortranPlaces(shape: readonly number[]): Generator<number> {
  const strides = shape.map((_, axis) => shape.slice(0, axis).reduce((product, side) => product * side, 1))
  const index = shape.map(() => 0)
  let place = 0
  for (;;) {
    yield place
    let axis = shape.length - 1
    while (axis >= 0 && index[axis] === shape[axis]! - 1) {
      place -= index[axis]! * strides[axis]!
      index[axis--] = 0
    }
    if (axis < 0) return
    index[axis]!++
    place += strides[axis]!
  }
}

/** The entries, given in Fortran order, in C order. */
export function fromFortranOrder<Entries extends ArrayEntries>(entries: Entries, shape: readonly number[]): Entries {
  if (entries.length === 0) return entries
  const ordered = entries.slice() as Entries
  let to = 0
  for (const from of fortranPlaces(shape)) ordered[to++] = entries[from]!
  return ordered
}
