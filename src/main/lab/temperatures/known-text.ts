// A text as a sampling thread knows it, and as it is sent there.
import { wordsOf } from '#core/analysis/text-statistics.ts'

export interface KnownText {
  content: string
  words: ReadonlySet<string>
}

export interface GivenText {
  /** (characters) uint16 indices into codePoints. */
  indices: SharedArrayBuffer
  codePoints: number[]
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
