// What the reading of a text fills: one part of the text or two, each with totals of its own, and places for states. All
// of it is shared memory, so that two threads can each read a part.
import type { NetworkSizes } from '../rnn/layout.ts'
import { BLOCK_LENGTH } from '../rnn/text-pass.ts'
import { keptOccurrences } from './context-budget.ts'

/** Memory that the kept states of one reading may take. */
export const STATES_LIMIT_BYTES = 256 * 2 ** 20

/** A text that is longer has two parts. */
export const LONG_TEXT = 16 * BLOCK_LENGTH

/** A stretch of the text, by positions, and what was found in it. */
export interface ReadingPart {
  from: number
  to: number
  /** (V, V): a row for each character, the sum of the distributions after it. */
  sums: Float64Array
  /** (V): for each character the sum of the entropies of the distributions after it, in bits. */
  entropies: Float64Array
  /** (V): how often the likeliest was the character that came. */
  hits: Uint32Array
  /** (1): sum of -ln p of the characters that came. */
  nats: Float64Array
  /** (H): the states before its first character and after its last. */
  firstState: Float64Array
  lastState: Float64Array
}

export interface ReadingMemory {
  sizes: NetworkSizes
  /** Vocabulary indices, at least two. */
  text: Uint16Array
  parts: ReadingPart[]
  /** (V): occurrences of each character that something follows, in the whole text. */
  counts: Uint32Array
  /** (V): how many of them are kept, and the place of the first among all. */
  kept: number[]
  keptFrom: number[]
  /** (kept of all characters): where in the text they are, and (…, H), row by row, the states before them. */
  positions: Uint32Array
  hprev: Float64Array
}

const float64 = (length: number): Float64Array => new Float64Array(new SharedArrayBuffer(length * 8))
const uint32 = (length: number): Uint32Array => new Uint32Array(new SharedArrayBuffer(length * 4))

function allocatePart({ hiddenSize, vocabularySize }: NetworkSizes, from: number, to: number): ReadingPart {
  return {
    from,
    to,
    sums: float64(vocabularySize * vocabularySize),
    entropies: float64(vocabularySize),
    hits: uint32(vocabularySize),
    nats: float64(1),
    firstState: float64(hiddenSize),
    lastState: float64(hiddenSize),
  }
}

/** How often each character occurs at the positions from `from` up to `to`, by vocabulary index (V). */
export function countCharacters(text: Uint16Array, from: number, to: number, vocabularySize: number): Uint32Array {
  const counts = uint32(vocabularySize)
  for (let position = from; position < to; position++) counts[text[position]!]!++
  return counts
}

/** @param text (characters) vocabulary indices, at least two, in shared memory where threads are to share the reading */
export function allocateReading(sizes: NetworkSizes, text: Uint16Array): ReadingMemory {
  // The last character has none after it.
  const length = text.length - 1
  const counts = countCharacters(text, 0, length, sizes.vocabularySize)
  const stateBytes = sizes.hiddenSize * Float64Array.BYTES_PER_ELEMENT
  const kept = keptOccurrences(counts, Math.floor(STATES_LIMIT_BYTES / stateBytes))
  let keptOfAll = 0
  const keptFrom = kept.map((count) => (keptOfAll += count) - count)
  const middle = length > LONG_TEXT ? Math.floor(length / 2) : length
  return {
    sizes,
    text,
    parts: [allocatePart(sizes, 0, middle), ...(middle < length ? [allocatePart(sizes, middle, length)] : [])],
    counts,
    kept,
    keptFrom,
    positions: uint32(keptOfAll),
    hprev: float64(keptOfAll * sizes.hiddenSize),
  }
}
