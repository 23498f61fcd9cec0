// Makes sure that a value out of a pickle is no deeper than code that walks it recursively can bear, and not inside
// itself. Takes time in proportion to what is there, however often one part refers to another.
import { FormatError } from './format-errors.ts'
import { NESTING_LIMIT } from './limits.ts'
import { NdArray } from './nd-array.ts'
import { Dictionary, Tuple, type PythonValue } from './python-values.ts'

/** The values that `value` contains; null when it is no container. */
function childrenOf(value: PythonValue): readonly PythonValue[] | null {
  if (Array.isArray(value)) return value
  if (value instanceof Tuple) return value.items
  if (value instanceof Dictionary) return value.entries.flat()
  return value instanceof NdArray && Array.isArray(value.entries) ? [value.entries] : null
}

interface Visit {
  container: PythonValue
  children: readonly PythonValue[]
  next: number
  /** Of the children seen so far. */
  height: number
}

/** @throws FormatError when containers lie more than NESTING_LIMIT deep */
export function requireShallow(root: PythonValue): void {
  const heights = new Map<PythonValue, number>()
  const path: Visit[] = []
  const enter = (value: PythonValue): void => {
    const children = heights.has(value) ? null : childrenOf(value)
    // A container within itself is entered again and again, until the path is too long.
    if (path.length + (children ? 1 : (heights.get(value) ?? 0)) > NESTING_LIMIT) {
      throw new FormatError('pickle-too-deep', { limit: NESTING_LIMIT })
    }
    if (children) path.push({ container: value, children, next: 0, height: 0 })
    else raise(heights.get(value) ?? 0)
  }
  const raise = (height: number): void => {
    const parent = path.at(-1)
    if (parent && parent.height < height) parent.height = height
  }
  enter(root)
  for (let visit = path.at(-1); visit; visit = path.at(-1)) {
    if (visit.next < visit.children.length) enter(visit.children[visit.next++]!)
    else {
      path.pop()
      heights.set(visit.container, visit.height + 1)
      raise(visit.height + 1)
    }
  }
}
