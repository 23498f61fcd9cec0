// The networks and texts that a sampling thread has at hand, by the names that the lab gives them. A thread that lacks
// one says so, and is then given it.
import { wordsOf } from '#core/analysis/text-statistics.ts'
import type { NetworkSizes, Parameters } from '#core/rnn/layout.ts'
import { runStateViews, type StateSizes } from '#core/training/run-state.ts'
import { readSnapshotFile } from '../snapshots/snapshot-file.ts'

/** So many of each stay; the one that was not used for longest goes first. */
const KEPT = 3

export interface Network {
  parameters: Parameters
  sizes: NetworkSizes
  codePoints: readonly number[]
  iteration: number | null
}

export interface KnownText {
  content: string
  words: ReadonlySet<string>
}

/** A network as it is sent to the thread: where its file is, or a run's state. */
export type GivenNetwork =
  { path: string } | { values: Float64Array; sizes: StateSizes; codePoints: number[]; iteration: number }

export interface GivenText {
  /** (characters) uint16 indices into codePoints. */
  indices: SharedArrayBuffer
  codePoints: number[]
}

export class Kept<Value> {
  readonly #values = new Map<string, Value>()

  get(key: string): Value | undefined {
    const value = this.#values.get(key)
    if (value !== undefined) this.set(key, value)
    return value
  }

  set(key: string, value: Value): void {
    this.#values.delete(key)
    this.#values.set(key, value)
    for (const oldest of [...this.#values.keys()].slice(0, -KEPT)) this.#values.delete(oldest)
  }
}

export async function takeNetwork(given: GivenNetwork): Promise<Network> {
  if ('path' in given) {
    const { parameters, sizes, vocabulary, resume } = (await readSnapshotFile(given.path)).snapshot
    return { parameters, sizes, codePoints: vocabulary.codePoints, iteration: resume?.iteration ?? null }
  }
  const { values, sizes, codePoints, iteration } = given
  return { parameters: runStateViews(values, sizes).parameters, sizes, codePoints, iteration }
}

/** Characters joined at a time: a text of millions in one call would not fit on the stack. */
const JOINED = 8192

export function takeText({ indices, codePoints }: GivenText): KnownText {
  const text = new Uint16Array(indices)
  const parts: string[] = []
  for (let start = 0; start < text.length; start += JOINED) {
    parts.push(String.fromCodePoint(...Array.from(text.subarray(start, start + JOINED), (index) => codePoints[index]!)))
  }
  const content = parts.join('')
  return { content, words: new Set(wordsOf(content)) }
}
