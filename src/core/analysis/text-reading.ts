// A whole text that was read, the state carried from its start: what the network expects after each of its characters,
// what truly came, and the states in which it was. Everything that is asked about the text later is answered from here.
import type { TextPass } from '../rnn/text-pass.ts'
import { PartReader } from './part-reader.ts'
import type { ReadingMemory, ReadingPart } from './reading-memory.ts'

/** The places of one character whose states were kept. */
export interface KeptContexts {
  /** Positions in the text, ascending. */
  positions: Uint32Array
  /** (contexts, H), row by row: the state before the character was read. */
  hprev: Float64Array
}

/** Of one character, over all its occurrences that something follows. */
export interface CharacterTotals {
  occurrences: number
  /** (V): the mean of the network's distributions after it. */
  mean: Float64Array
  /** The mean of the distributions' entropies, in bits. */
  meanEntropyBits: number
  /** How often the likeliest character was the one that came, 0..1. */
  accuracy: number
}

/**
 * Reads a part of the text and yields the share of it that is done. Parts are read one after the other in one pass, the
 * first from h = 0.
 */
export function* readPart(memory: ReadingMemory, part: number, pass: TextPass): Generator<number, void> {
  const reader = new PartReader(memory, part, pass, memory.parts[part]!.from)
  while (reader.readBlock()) yield reader.progress
}

/** The same, in a pass of its own that does not wait for the state in which the text before the part leaves the network. */
export function* readAhead(memory: ReadingMemory, part: number, pass: TextPass): Generator<number, void> {
  const reader = PartReader.ahead(memory, part, pass)
  while (reader.readBlock()) yield reader.progress
}

/**
 * True when a part that was begun ahead began in the very state in which the text before it ends, to the last bit: then
 * all that was found in it is what one pass finds. Most networks come to the same state wherever they began, after some
 * dozens of characters; one that remembers something for good does not.
 */
export function partsMeet({ parts }: ReadingMemory, part: number): boolean {
  const { lastState } = parts[part - 1]!
  return parts[part]!.firstState.every((value, unit) => Object.is(value, lastState[unit]))
}

export class TextReading {
  readonly #memory: ReadingMemory

  /** @param memory all of whose parts have been read */
  constructor(memory: ReadingMemory) {
    this.#memory = memory
  }

  get text(): Uint16Array {
    return this.#memory.text
  }

  /** Characters that something follows: all but the last. */
  get length(): number {
    return this.text.length - 1
  }

  /** Mean of -ln p over the characters that came, in nats; what a loss of one character is. */
  get natsPerCharacter(): number {
    return this.#sum(({ nats }) => nats[0]!) / this.length
  }

  /** Bytes that it holds. */
  get bytes(): number {
    return this.#memory.hprev.byteLength + this.#sum(({ sums }) => sums.byteLength)
  }

  #sum(valueOf: (part: ReadingPart) => number): number {
    return this.#memory.parts.reduce((sum, part) => sum + valueOf(part), 0)
  }

  occurrences(character: number): number {
    return this.#memory.counts[character]!
  }

  totals(character: number): CharacterTotals {
    const { vocabularySize } = this.#memory.sizes
    const occurrences = this.occurrences(character)
    const first = character * vocabularySize
    return {
      occurrences,
      mean: Float64Array.from(
        { length: vocabularySize },
        (_, i) => this.#sum(({ sums }) => sums[first + i]!) / occurrences,
      ),
      meanEntropyBits: this.#sum(({ entropies }) => entropies[character]!) / occurrences,
      accuracy: this.#sum(({ hits }) => hits[character]!) / occurrences,
    }
  }

  kept(character: number): KeptContexts {
    const { kept, keptFrom, positions, hprev, sizes } = this.#memory
    const [from, to] = [keptFrom[character]!, keptFrom[character]! + kept[character]!]
    return {
      positions: positions.subarray(from, to),
      hprev: hprev.subarray(from * sizes.hiddenSize, to * sizes.hiddenSize),
    }
  }
}
