// Texts that are written in pieces, each time one is asked for: nobody waits for the whole of a long one, what nobody
// asks for is not written, and other work goes on between. Since a text follows from its snapshot and options, one that
// was forgotten is simply written again.
import type { Completion } from '#core/contract/snapshots.ts'
import type { Snapshot } from '#core/formats/snapshot.ts'
import { Writer } from '#core/rnn/writer.ts'
import { makeNetworkStep } from '../kernel/network-step.ts'
import { drawing } from '../drawing.ts'
import { promptIndices, requireKnown, type CompletionOptions } from './completions.ts'

/** A piece takes no longer to write, unless its text was forgotten. */
const TURN_MS = 30
const TEXTS_KEPT = 4

interface GrowingText {
  writer: Writer
  characters: string[]
  skipped: string[]
}

export class GrowingTexts {
  readonly #texts = new Map<string, GrowingText>()

  /**
   * What follows from the character `from` on, at least one, and never beyond `options.length`.
   *
   * @param version tells this snapshot from all others
   * @throws LabError for a prompt's character that the snapshot does not know, and when its probabilities are not numbers
   */
  piece(version: string, snapshot: Snapshot, options: CompletionOptions, from: number): Completion {
    const { length, temperature } = options
    const text = this.#textOf(version, snapshot, options)
    const { writer, characters, skipped } = text
    const { parameters, vocabulary } = snapshot
    const endMs = performance.now() + TURN_MS
    while (characters.length < length && (characters.length <= from || performance.now() < endMs)) {
      const index = drawing(() => writer.next(parameters, { temperature, topK: null, topP: null }))
      characters.push(String.fromCodePoint(vocabulary.codePoints[index]!))
    }
    return { text: characters.slice(from, length).join(''), skipped }
  }

  /** The text as far as it is written, or a new one; one that is asked for longer is the same text. */
  #textOf(version: string, snapshot: Snapshot, options: CompletionOptions): GrowingText {
    const key = JSON.stringify([version, { ...options, length: null }])
    const text = this.#texts.get(key) ?? begin(snapshot, options)
    this.#texts.delete(key)
    this.#texts.set(key, text)
    for (const oldest of [...this.#texts.keys()].slice(0, -TEXTS_KEPT)) this.#texts.delete(oldest)
    return text
  }
}

function begin(snapshot: Snapshot, options: CompletionOptions): GrowingText {
  const { prompt, seed, feedLastTwice, skipUnknown } = options
  const { parameters, sizes, vocabulary } = snapshot
  const { indices, unknown } = promptIndices(vocabulary.codePoints, prompt)
  if (!skipUnknown) requireKnown(unknown)
  const read = feedLastTwice ? [...indices, indices.at(-1)!] : indices
  return { writer: new Writer(makeNetworkStep, parameters, sizes, read, seed), characters: [], skipped: unknown }
}
