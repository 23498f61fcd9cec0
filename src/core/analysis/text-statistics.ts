// What can be counted in a written text, whatever wrote it. Words are runs between white space, as Python's split() has
// them, so a text without spaces has few and long ones. How the counts are named to a reader is in the locales.

/** Characters of a run that counts as repeated when it came before. */
export const REPEATED_RUN = 10

export interface TextStatistics {
  /** Share of the words that occur in the other text exactly, capitals and punctuation included; null without one. */
  wordsInText: number | null
  /** Distinct words among a thousand words, and distinct pairs of neighbouring words among a thousand pairs (Li et al.
   * 2016, as distinct-1 and distinct-2). */
  distinctWords: number | null
  distinctBigrams: number | null
  /** Characters. */
  meanWordLength: number | null
  /** Characters between line breaks; a last line without a break counts, too. */
  meanLineLength: number | null
  /** Share of the runs of REPEATED_RUN characters that came before (Welleck et al. 2020, as seq-rep-n). */
  repetition: number | null
}

export type StatisticName = keyof TextStatistics

/** The words of a text, in order. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

function distinctPerThousand(items: readonly string[]): number | null {
  return items.length === 0 ? null : (1000 * new Set(items).size) / items.length
}

/** Mean number of code points. */
function meanLength(texts: readonly string[]): number | null {
  if (texts.length === 0) return null
  return texts.reduce((sum, text) => sum + Array.from(text).length, 0) / texts.length
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

function repetitionOf(text: string): number | null {
  const characters = Array.from(text)
  const runs = characters.length - REPEATED_RUN + 1
  if (runs < 1) return null
  const distinct = new Set<string>()
  for (let start = 0; start < runs; start++) distinct.add(characters.slice(start, start + REPEATED_RUN).join(''))
  return 1 - distinct.size / runs
}

/** @param known the words of the text that the network learned from; null when that text is not at hand */
export function textStatistics(text: string, known: ReadonlySet<string> | null): TextStatistics {
  const words = wordsOf(text)
  const pairs = words.slice(1).map((word, i) => `${words[i]} ${word}`)
  const found = known && words.filter((word) => known.has(word)).length
  return {
    wordsInText: found === null || words.length === 0 ? null : found / words.length,
    distinctWords: distinctPerThousand(words),
    distinctBigrams: distinctPerThousand(pairs),
    meanWordLength: meanLength(words),
    meanLineLength: meanLength(linesOf(text)),
    repetition: repetitionOf(text),
  }
}
