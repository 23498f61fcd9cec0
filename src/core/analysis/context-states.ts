// What the network is in after a character in each of its contexts, and what the character itself and the history had to
// do with it: the numbers from which contrasts and knock-outs are made.
import type { NetworkSizes, Parameters } from '../rnn/layout.ts'
import { addProduct } from '../rnn/products.ts'
import { softmax } from '../rnn/softmax.ts'

/** Contexts of one character. All arrays are row by row, a row a context. */
export interface ContextStates {
  count: number
  sizes: NetworkSizes
  parameters: Parameters
  /** Index of the character that every context ends with. */
  character: number
  /** (count): where in the text the character is; empty where the contexts are from no text. */
  positions: Uint32Array
  /** (count, H): the state before the character. */
  hprev: Float64Array
  /** (count, H): Whh hprev + bh, all that reaches a unit but the character. */
  pre: Float64Array
  /** (count, H): tanh(pre + Wxh[:, character]). */
  h: Float64Array
  /** (count, V): Why h + by. */
  logits: Float64Array
}

/** @param hprev (count, H) */
export function contextStates(
  parameters: Parameters,
  sizes: NetworkSizes,
  character: number,
  positions: Uint32Array,
  hprev: Float64Array,
): ContextStates {
  const { hiddenSize, vocabularySize } = sizes
  const count = hprev.length / hiddenSize
  const pre = new Float64Array(hprev.length)
  const h = new Float64Array(hprev.length)
  const logits = new Float64Array(count * vocabularySize)
  const column = columnOf(parameters.Wxh, character, hiddenSize)
  for (let context = 0; context < count; context++) {
    const [start, end] = [context * hiddenSize, (context + 1) * hiddenSize]
    const before = pre.subarray(start, end)
    const after = h.subarray(start, end)
    before.set(parameters.bh)
    addProduct(before, parameters.Whh, hprev.subarray(start, end))
    for (let unit = 0; unit < hiddenSize; unit++) after[unit] = Math.tanh(before[unit]! + column[unit]!)
    const y = logits.subarray(context * vocabularySize, (context + 1) * vocabularySize)
    y.set(parameters.by)
    addProduct(y, parameters.Why, after)
  }
  return { count, sizes, parameters, character, positions, hprev, pre, h, logits }
}

/** W[:, column] of a matrix with so many rows. */
export function columnOf(W: Float64Array, column: number, rows: number): Float64Array {
  const columns = W.length / rows
  return Float64Array.from({ length: rows }, (_, row) => W[row * columns + column]!)
}

/** The probabilities (V) of each context in turn, from logits (count, V). The array is used again for the next one. */
export function forEachDistribution(
  logits: Float64Array,
  vocabularySize: number,
  take: (p: Float64Array, context: number) => void,
): void {
  const p = new Float64Array(vocabularySize)
  for (let context = 0; context * vocabularySize < logits.length; context++) {
    p.set(logits.subarray(context * vocabularySize, (context + 1) * vocabularySize))
    softmax(p, 1)
    take(p, context)
  }
}

/** (V): the mean of the contexts' probabilities. */
export function meanProbabilities(logits: Float64Array, vocabularySize: number): Float64Array {
  const sums = new Float64Array(vocabularySize)
  let count = 0
  forEachDistribution(logits, vocabularySize, (p) => {
    for (let i = 0; i < vocabularySize; i++) sums[i]! += p[i]!
    count++
  })
  return sums.map((sum) => sum / count)
}
