// The kernel's arrays: one table, from which their views are made and the kernel is told where they lie. Names are those
// of assembly/arrays.ts.
import type { NetworkSizes, ParameterName, Parameters } from '../rnn/layout.ts'
import { kernelGeometry, PACKED_LENGTHS } from './panels.ts'
import type { Region } from './regions.ts'

/** Sizes of what is read: `rows` characters, each with a state before and after it. */
export interface ForwardSizes extends NetworkSizes {
  rows: number
}

function packed(name: ParameterName): Region<NetworkSizes, 'float64'> {
  return { kind: 'float64', length: PACKED_LENGTHS[name] }
}

const states: Region<ForwardSizes, 'float64'> = {
  kind: 'float64',
  length: (sizes) => sizes.rows * kernelGeometry(sizes).hiddenStride,
}

const logits: Region<ForwardSizes, 'float64'> = {
  kind: 'float64',
  length: (sizes) => sizes.rows * kernelGeometry(sizes).vocabularyStride,
}

const words: Region<ForwardSizes, 'int32'> = { kind: 'int32', length: ({ rows }) => rows }

/** What reading takes. */
export const FORWARD_ARRAYS = {
  Wxh: packed('Wxh'),
  Whh: packed('Whh'),
  Why: packed('Why'),
  bh: packed('bh'),
  by: packed('by'),
  /** (rows) the character that each row reads. */
  inputs: words,
  /** (rows, hiddenStride) the states before and after each character. */
  hsBefore: states,
  hsAfter: states,
  /** (rows, vocabularyStride) probabilities; in training then the logits' gradients. */
  ys: logits,
} as const satisfies Record<string, Region<ForwardSizes>>

const PANEL_MEASURES = 8

/** What training takes besides. */
export const TRAINING_ARRAYS = {
  ...FORWARD_ARRAYS,
  memoryWxh: packed('Wxh'),
  memoryWhh: packed('Whh'),
  memoryWhy: packed('Why'),
  memoryBh: packed('bh'),
  memoryBy: packed('by'),
  /** (rows) the character that followed. */
  targets: words,
  /** (rows, hiddenStride) the gradient of the loss before the tanh. */
  dhs: states,
  /** (rows) the probability that the target got. */
  targetProbabilities: { kind: 'float64', length: ({ rows }) => rows },
  /** (V) and (rows): for each character its first row, for each row the next of its character; -1 for none. */
  heads: { kind: 'int32', length: ({ vocabularySize }) => vocabularySize },
  nexts: words,
  /** (V): sum of the squares of each column of Wxh. */
  columnSquares: { kind: 'float64', length: ({ vocabularySize }) => vocabularySize },
  /** (panels of Whh, panels of Why, one for the rest; 8): see assembly/adagrad.ts. */
  measures: { kind: 'float64', length: (sizes) => measuredParts(sizes) * PANEL_MEASURES },
} as const satisfies Record<string, Region<ForwardSizes>>

function measuredParts(sizes: NetworkSizes): number {
  const { hiddenPanels, vocabularyPanels } = kernelGeometry(sizes)
  return hiddenPanels + vocabularyPanels + 1
}

/** Entries of a block of gradients: 16 column pairs of a panel, as in assembly/matrix-update.ts. */
const BLOCK_ENTRIES = 192

/** Entries of a thread's scratch: a block of each panel of a matrix, or the gradients of a whole vector. */
export function scratchLength(sizes: NetworkSizes): number {
  const { hiddenPanels, vocabularyPanels, hiddenStride, vocabularyStride } = kernelGeometry(sizes)
  return Math.max(hiddenPanels * BLOCK_ENTRIES, vocabularyPanels * BLOCK_ENTRIES, hiddenStride, vocabularyStride)
}

/** The five parameters among the kernel's views. */
export function packedParameters({ Wxh, Whh, Why, bh, by }: Parameters): Parameters {
  return { Wxh, Whh, Why, bh, by }
}

interface PackedMemory {
  memoryWxh: Float64Array
  memoryWhh: Float64Array
  memoryWhy: Float64Array
  memoryBh: Float64Array
  memoryBy: Float64Array
}

/** Their Adagrad memory. */
export function packedAdagradMemory(views: PackedMemory): Parameters {
  const { memoryWxh, memoryWhh, memoryWhy, memoryBh, memoryBy } = views
  return { Wxh: memoryWxh, Whh: memoryWhh, Why: memoryWhy, bh: memoryBh, by: memoryBy }
}
