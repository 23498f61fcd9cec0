// The machine that a pickle's instructions drive: a stack, marks in it, and a memo. It knows values, not opcodes.
import { Budget } from './limits.ts'
import { Dictionary, Tuple, type PythonValue } from './python-values.ts'

/** Bytes that no pickler writes. The reader turns it into a FormatError that says where. */
export class MalformedPickle extends Error {}

export class PickleMachine {
  readonly budget = new Budget()
  readonly #stack: PythonValue[] = []
  readonly #marks: number[] = []
  readonly #memo = new Map<number, PythonValue>()

  push(value: PythonValue): void {
    this.#stack.push(value)
  }

  pop(): PythonValue {
    const value = this.#stack.pop()
    if (value === undefined || this.#stack.length < (this.#marks.at(-1) ?? 0)) throw new MalformedPickle()
    return value
  }

  /** The value on top, which stays there. */
  top(): PythonValue {
    const value = this.#stack.at(-1)
    if (value === undefined) throw new MalformedPickle()
    return value
  }

  mark(): void {
    this.#marks.push(this.#stack.length)
  }

  /** All above the last mark, taken off with it. */
  popToMark(): PythonValue[] {
    const mark = this.#marks.pop()
    if (mark === undefined) throw new MalformedPickle()
    return this.#stack.splice(mark)
  }

  popTuple(): Tuple {
    const value = this.pop()
    if (!(value instanceof Tuple)) throw new MalformedPickle()
    return value
  }

  /** Replaces the `length` values on top by a tuple of them. */
  pushTuple(length: number): void {
    const items = Array.from({ length }, () => this.pop())
    this.push(new Tuple(items.reverse()))
  }

  /** Adds to the list on top. */
  append(items: readonly PythonValue[]): void {
    const list = this.top()
    if (!Array.isArray(list)) throw new MalformedPickle()
    for (const item of items) list.push(item)
  }

  /** Adds keys and values in turn to the dictionary on top. */
  setItems(items: readonly PythonValue[]): void {
    const dictionary = this.top()
    if (!(dictionary instanceof Dictionary)) throw new MalformedPickle()
    for (const pair of pairs(items)) dictionary.entries.push(pair)
  }

  /** Remembers the value on top, at `index` or after those that are there. */
  memoise(index = this.#memo.size): void {
    this.#memo.set(index, this.top())
  }

  recall(index: number): void {
    const value = this.#memo.get(index)
    if (value === undefined) throw new MalformedPickle()
    this.push(value)
  }
}

/** Keys and values in turn, as pairs. */
export function pairs(items: readonly PythonValue[]): [PythonValue, PythonValue][] {
  if (items.length % 2 !== 0) throw new MalformedPickle()
  return Array.from({ length: items.length / 2 }, (_, i) => [items[2 * i]!, items[2 * i + 1]!])
}
