// What a snapshot writes after a prompt.
import type { Completion, CompletionRequest } from '#core/contract/snapshots.ts'
import type { Snapshot } from '#core/formats/snapshot.ts'
import { allocateRandomStateMemory, RandomState } from '#core/random/random-state.ts'
import { complete } from '#core/rnn/completion.ts'
import { characterName } from '#core/text/vocabulary.ts'
import { makeNetworkStep } from '../kernel/network-step.ts'
import { LabError } from '../lab-error.ts'
import { drawing } from '../drawing.ts'

const NEWLINE = 0x0a

export type CompletionOptions = Omit<CompletionRequest, 'snapshotId'>

/** An empty prompt starts from the newline where the vocabulary has one, else from its first character. */
export function promptIndices(codePoints: readonly number[], prompt: string): { indices: number[]; unknown: string[] } {
  const indexOf = new Map(codePoints.map((codePoint, index) => [codePoint, index]))
  const characters = Array.from(prompt)
  const indices = characters.flatMap((character) => indexOf.get(character.codePointAt(0)!) ?? [])
  const unknown = [...new Set(characters.filter((character) => !indexOf.has(character.codePointAt(0)!)))]
  return { indices: indices.length > 0 ? indices : [indexOf.get(NEWLINE) ?? 0], unknown }
}

/** @throws LabError when there is a character that the vocabulary does not have */
export function requireKnown(unknown: readonly string[]): void {
  if (unknown.length === 0) return
  const characters = unknown.map((character) => characterName(character.codePointAt(0)!)).join(' ')
  throw new LabError('prompt-character-unknown', { characters })
}

/**
 * Drawn as NumPy would: the seed, then one choice a character.
 *
 * @throws LabError for a character that it does not know, and when its probabilities are not numbers
 */
export function completionOf(snapshot: Snapshot, options: CompletionOptions): Completion {
  const { sizes, parameters, vocabulary } = snapshot
  const { prompt, length, temperature, seed, feedLastTwice, skipUnknown } = options
  const { indices, unknown } = promptIndices(vocabulary.codePoints, prompt)
  if (!skipUnknown) requireKnown(unknown)
  const random = new RandomState(allocateRandomStateMemory())
  random.seed(seed)
  const step = makeNetworkStep(parameters, sizes)
  const drawn = drawing(() => complete(step, sizes.hiddenSize, indices, length, temperature, random, feedLastTwice))
  const text = Array.from(drawn, (index) => String.fromCodePoint(vocabulary.codePoints[index]!)).join('')
  return { text, skipped: unknown }
}
