// One pass over a whole text, the state carried from its start: what the network expects after each of its characters,
// what truly came, and the states in which it was. Everything that is asked about the text later is answered from here.
import type { NetworkSizes, Parameters } from '../rnn/layout.ts'
import { BLOCK_LENGTH, type MakeTextPass } from '../rnn/text-pass.ts'
import { isKept, keptOccurrences } from './context-budget.ts'
import { entropyBits } from './next-character.ts'

/** Memory that the kept states of one reading may take. */
export const STATES_LIMIT_BYTES = 256 * 2 ** 20

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

export class TextReading {
  readonly text: Uint16Array
  readonly #sizes: NetworkSizes
  readonly #counts: Uint32Array
  /** (V, V): a row for each character, the sum of the distributions after it. */
  readonly #sums: Float64Array
  readonly #entropies: Float64Array
  readonly #hits: Uint32Array
  readonly #kept: (KeptContexts & { used: number })[]
  readonly #seen: Uint32Array
  readonly #pass
  #position = 0
  #nats = 0

  /** @param text vocabulary indices, at least two */
  constructor(parameters: Parameters, sizes: NetworkSizes, text: Uint16Array, makePass: MakeTextPass) {
    const { hiddenSize, vocabularySize } = sizes
    this.text = text
    this.#sizes = sizes
    this.#pass = makePass(parameters, sizes)
    this.#counts = new Uint32Array(vocabularySize)
    for (let position = 0; position < this.length; position++) this.#counts[text[position]!]!++
    this.#sums = new Float64Array(vocabularySize * vocabularySize)
    this.#entropies = new Float64Array(vocabularySize)
    this.#hits = new Uint32Array(vocabularySize)
    this.#seen = new Uint32Array(vocabularySize)
    const places = Math.floor(STATES_LIMIT_BYTES / (hiddenSize * Float64Array.BYTES_PER_ELEMENT))
    this.#kept = keptOccurrences(this.#counts, places).map((count) => ({
      positions: new Uint32Array(count),
      hprev: new Float64Array(count * hiddenSize),
      used: 0,
    }))
  }

  /** Characters that something follows: all but the last. */
  get length(): number {
    return this.text.length - 1
  }

  /** Share of the text that has been read, 0..1. */
  get progress(): number {
    return this.#position / this.length
  }

  /** Mean of -ln p over the characters that came, in nats; what a loss of one character is. */
  get natsPerCharacter(): number {
    return this.#nats / this.#position
  }

  /** Bytes that it holds. */
  get bytes(): number {
    return this.#kept.reduce((sum, { hprev }) => sum + hprev.byteLength, this.#sums.byteLength)
  }

  /** Reads the next block; false when there is none. */
  readBlock(): boolean {
    const end = Math.min(this.length, this.#position + BLOCK_LENGTH)
    if (end === this.#position) return false
    this.#pass.read(this.text.subarray(this.#position, end))
    for (let position = this.#position; position < end; position++) this.#take(position, position - this.#position)
    this.#position = end
    return true
  }

  /** @param row of the pass's arrays */
  #take(position: number, row: number): void {
    const { hiddenSize, vocabularySize } = this.#sizes
    const [character, next] = [this.text[position]!, this.text[position + 1]!]
    const p = this.#pass.ps.subarray(row * vocabularySize, (row + 1) * vocabularySize)
    const first = character * vocabularySize
    let likeliest = 0
    for (let i = 0; i < vocabularySize; i++) {
      this.#sums[first + i]! += p[i]!
      if (p[i]! > p[likeliest]!) likeliest = i
    }
    this.#entropies[character]! += entropyBits(p)
    if (likeliest === next) this.#hits[character]!++
    this.#nats -= Math.log(p[next]!)

    const kept = this.#kept[character]!
    const occurrence = this.#seen[character]!++
    if (!isKept(occurrence, kept.positions.length, this.#counts[character]!)) return
    kept.positions[kept.used] = position
    kept.hprev.set(this.#pass.hs.subarray(row * hiddenSize, (row + 1) * hiddenSize), kept.used * hiddenSize)
    kept.used++
  }

  occurrences(character: number): number {
    return this.#counts[character]!
  }

  totals(character: number): CharacterTotals {
    const { vocabularySize } = this.#sizes
    const occurrences = this.#counts[character]!
    const sums = this.#sums.subarray(character * vocabularySize, (character + 1) * vocabularySize)
    return {
      occurrences,
      mean: sums.map((sum) => sum / occurrences),
      meanEntropyBits: this.#entropies[character]! / occurrences,
      accuracy: this.#hits[character]! / occurrences,
    }
  }

  kept(character: number): KeptContexts {
    return this.#kept[character]!
  }
}
