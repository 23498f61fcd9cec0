// The state of a run: all that its future depends on besides its settings and its text. One contiguous array, so that
// a copy of it is one copy, and the run carried on from that copy gives the same bits.
import { RANDOM_STATE_WORDS, type RandomStateMemory } from '../random/random-state.ts'
import { parameterCount, parameterViews, type NetworkSizes, type Parameters } from '../rnn/layout.ts'

export interface RunState {
  /** (TOTALS): see there. */
  totals: Float64Array
  generator: RandomStateMemory
  /** All parameters in one array (P), and as the five arrays. */
  parameterValues: Float64Array
  parameters: Parameters
  /** (P) */
  adagradMemory: Float64Array
  /** (batch, H): the hidden state of each stream after its last sequence. */
  hprev: Float64Array
}

/** Sizes that decide a state: those of the network, and how many streams are read side by side. */
export interface StateSizes extends NetworkSizes {
  batch: number
}

/** Entries of `totals`. The last two are of the control block while a run trains; here they are set in a copy. */
export const TOTALS = {
  /** Nats a sequence. */
  smoothLoss: 0,
  secondsTrained: 1,
  /** Iterations done. */
  iteration: 2,
  /** Where the next sequence starts, counted from the start of each stream's part of the text. */
  position: 3,
} as const

/** The parts in their order, with their lengths in float64 entries; the generator's words lie two in an entry. */
const PARTS = [
  { name: 'totals', length: () => Object.keys(TOTALS).length },
  { name: 'generatorWords', length: () => Math.ceil(RANDOM_STATE_WORDS / 2) },
  { name: 'generatorGauss', length: () => 1 },
  { name: 'parameters', length: parameterCount },
  { name: 'adagradMemory', length: parameterCount },
  { name: 'hprev', length: ({ hiddenSize, batch }) => batch * hiddenSize },
] as const satisfies readonly { name: string; length: (sizes: StateSizes) => number }[]

type PartName = (typeof PARTS)[number]['name']

/** Number of float64 entries of a state. */
export function runStateLength(sizes: StateSizes): number {
  return PARTS.reduce((sum, { length }) => sum + length(sizes), 0)
}

/** The parts of a state as views into `values` of `runStateLength(sizes)` entries. */
export function runStateViews(values: Float64Array, sizes: StateSizes): RunState {
  let start = 0
  const parts = Object.fromEntries(
    PARTS.map(({ name, length }) => [name, values.subarray(start, (start += length(sizes)))]),
  ) as Record<PartName, Float64Array>
  const { generatorWords } = parts
  return {
    totals: parts.totals,
    generator: {
      words: new Uint32Array(generatorWords.buffer, generatorWords.byteOffset, RANDOM_STATE_WORDS),
      gauss: parts.generatorGauss,
    },
    parameterValues: parts.parameters,
    parameters: parameterViews(parts.parameters, sizes),
    adagradMemory: parts.adagradMemory,
    hprev: parts.hprev,
  }
}
