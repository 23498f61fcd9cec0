// Reads one part of a text: the network's distributions after each of its characters are added up, and the states before
// them kept where there is a place for them.
import { BLOCK_LENGTH, type TextPass } from '../rnn/text-pass.ts'
import { keptBefore } from './context-budget.ts'
import { entropyBits } from './next-character.ts'
import { countCharacters, type ReadingMemory, type ReadingPart } from './reading-memory.ts'

/** Characters before the second part after which a network has mostly forgotten in what state it began. */
const WARM_UP = 4 * BLOCK_LENGTH

export class PartReader {
  readonly #memory: ReadingMemory
  readonly #part: ReadingPart
  readonly #pass: TextPass
  /** (V): occurrences of each character before the position. */
  readonly #seen: Uint32Array
  #position: number

  /**
   * @param pass a pass that has read up to `position`, or has read nothing and takes the state there for 0
   * @param position at or before the part's first
   */
  constructor(memory: ReadingMemory, part: number, pass: TextPass, position: number) {
    this.#memory = memory
    this.#part = memory.parts[part]!
    this.#pass = pass
    this.#position = position
    this.#seen = countCharacters(memory.text, 0, this.#part.from, memory.sizes.vocabularySize)
    for (const totals of [this.#part.sums, this.#part.entropies, this.#part.hits, this.#part.nats]) totals.fill(0)
  }

  /** Begins a part before its first character, from h = 0, as nobody knows yet in what state the network arrives there. */
  static ahead(memory: ReadingMemory, part: number, pass: TextPass): PartReader {
    return new PartReader(memory, part, pass, Math.max(0, memory.parts[part]!.from - WARM_UP))
  }

  /** Share of the part that has been read, 0..1. */
  get progress(): number {
    const { from, to } = this.#part
    return Math.max(0, this.#position - from) / (to - from)
  }

  /** Reads the next block; false when there is none. */
  readBlock(): boolean {
    const { from, to, firstState, lastState } = this.#part
    const start = this.#position
    if (start === to) return false
    const end = Math.min(start < from ? from : to, start + BLOCK_LENGTH)
    this.#pass.read(this.#memory.text.subarray(start, end))
    this.#position = end
    if (start < from) return true
    if (start === from) firstState.set(this.#state(0))
    for (let position = start; position < end; position++) this.#take(position, position - start)
    if (end === to) lastState.set(this.#state(end - start))
    return true
  }

  /** (H): the state before the block's character of that number. */
  #state(row: number): Float64Array {
    const { hiddenSize } = this.#memory.sizes
    return this.#pass.hs.subarray(row * hiddenSize, (row + 1) * hiddenSize)
  }

  /** @param row of the pass's arrays */
  #take(position: number, row: number): void {
    const { text, sizes } = this.#memory
    const { sums, entropies, hits, nats } = this.#part
    const { vocabularySize } = sizes
    const [character, next] = [text[position]!, text[position + 1]!]
    const p = this.#pass.ps.subarray(row * vocabularySize, (row + 1) * vocabularySize)
    const first = character * vocabularySize
    let likeliest = 0
    for (let i = 0; i < vocabularySize; i++) {
      sums[first + i]! += p[i]!
      if (p[i]! > p[likeliest]!) likeliest = i
    }
    entropies[character]! += entropyBits(p)
    if (likeliest === next) hits[character]!++
    nats[0]! -= Math.log(p[next]!)
    this.#keep(character, position, row)
  }

  #keep(character: number, position: number, row: number): void {
    const { counts, kept, keptFrom, positions, hprev, sizes } = this.#memory
    const occurrence = this.#seen[character]!++
    const before = keptBefore(occurrence, kept[character]!, counts[character]!)
    if (keptBefore(occurrence + 1, kept[character]!, counts[character]!) === before) return
    const place = keptFrom[character]! + before
    positions[place] = position
    hprev.set(this.#state(row), place * sizes.hiddenSize)
  }
}
