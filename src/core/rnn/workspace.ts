// What one pass over a sequence computes on its way, kept for the pass back: T arrays a quantity, as views into memory.
import type { NetworkSizes } from './layout.ts'

/** T characters of the text as vocabulary indices. */
export type Indices = ArrayLike<number>

export interface Workspace {
  /** hs[0] is the state before the sequence, hs[t + 1] the state after its character t: T + 1 arrays of (H). */
  hs: Float64Array[]
  /** The same states without the last, and without the first: those before and those after each character. */
  hsBefore: Float64Array[]
  hsAfter: Float64Array[]
  /** Probabilities of the next character, after `backward` the gradient of the logits: T arrays of (V). */
  ps: Float64Array[]
  /** Gradient of the loss before the tanh: T arrays of (H). */
  dhraw: Float64Array[]
  /** What flows back into the step before: (H). */
  dhnext: Float64Array
}

/** Number of entries that a workspace takes for sequences of T characters. */
export function workspaceLength({ hiddenSize, vocabularySize }: NetworkSizes, sequenceLength: number): number {
  return (sequenceLength + 1) * hiddenSize + sequenceLength * vocabularySize + sequenceLength * hiddenSize + hiddenSize
}

/** The workspace as views into `values` of `workspaceLength` entries. */
export function workspaceViews(values: Float64Array, sizes: NetworkSizes, sequenceLength: number): Workspace {
  let start = 0
  const take = (length: number): Float64Array => values.subarray(start, (start += length))
  const takeMany = (count: number, length: number): Float64Array[] => Array.from({ length: count }, () => take(length))
  const hs = takeMany(sequenceLength + 1, sizes.hiddenSize)
  return {
    hs,
    hsBefore: hs.slice(0, -1),
    hsAfter: hs.slice(1),
    ps: takeMany(sequenceLength, sizes.vocabularySize),
    dhraw: takeMany(sequenceLength, sizes.hiddenSize),
    dhnext: take(sizes.hiddenSize),
  }
}
