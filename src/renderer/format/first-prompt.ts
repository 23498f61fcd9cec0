// A prompt to begin with: the beginning of a line that a network knows how to go on from, best of all one that ends with
// a colon, made only of characters that it has.
import type { SnapshotSummary } from '#core/contract/snapshots.ts'

/** Of plays, tales and dialogues in the languages that the lab's texts are in. */
const FAMILIAR = ['First Citizen:', 'A friend said:', 'a friend said:', '他说：', '问：']
const SHORT_LENGTH = 12

/** A line up to its first colon; null when it has none, or begins with it. */
function upToColon(line: string): string | null {
  return /^[^:：]+[:：]/u.exec(line)?.[0] ?? null
}

export function unknownCharacters(text: string, vocabulary: string): string[] {
  const known = new Set(vocabulary)
  return [...new Set(text)].filter((character) => !known.has(character))
}

/** Empty when nothing fits. */
export function firstPrompt({ vocabulary, sampleLine }: Pick<SnapshotSummary, 'vocabulary' | 'sampleLine'>): string {
  const written = sampleLine ?? ''
  const beginning = Array.from(written).slice(0, SHORT_LENGTH).join('').trimEnd()
  const candidates = [upToColon(written) ?? '', ...FAMILIAR, beginning]
  return candidates.find((one) => one !== '' && unknownCharacters(one, vocabulary).length === 0) ?? ''
}
