// A pane's text in the window: its last characters with their facts, cut into lines of which only the last still grows.
// Where it comes from is pane-reader.ts's work, how it looks that of the components.
import { KEPT_CHARACTERS, type PaneMark, type Written } from '#core/contract/temperatures.ts'

/** A line without an end would be drawn anew whole with every character. */
const LONGEST_LINE = 1000

/** A line and its break; once it has one it never changes. */
export interface TextLine {
  /** Position of its first character in the pane's text. */
  start: number
  characters: readonly string[]
}

export interface CharacterFacts {
  position: number
  character: string
  probability: number
  /** 1 for the likeliest. */
  rank: number
  /** Of the distribution that it was drawn from, in bits. */
  entropy: number
  /** The likeliest characters, most likely first. */
  alternatives: { character: string; probability: number }[]
}

/** How unlikely a character was, in bits: -log2 of its probability. */
export function surpriseOf(probability: number): number {
  return probability >= 1 ? 0 : -Math.log2(probability)
}

function isEnded({ characters }: TextLine): boolean {
  return characters.at(-1) === '\n' || characters.length >= LONGEST_LINE
}

export class WrittenText {
  #lines: TextLine[] = []
  #start = 0
  readonly #facts: CharacterFacts[] = []
  marks: readonly PaneMark[] = []

  get lines(): readonly TextLine[] {
    return this.#lines
  }

  /** Position after the last character. */
  get end(): number {
    return this.#start + this.#facts.length
  }

  factsAt(position: number): CharacterFacts | null {
    return this.#facts[position - this.#start] ?? null
  }

  /** Takes what comes next. When something before it is not there any more, the text begins anew with it. */
  append(written: Written): void {
    if (written.start !== this.end) this.#beginAt(written.start)
    const characters = Array.from(written.characters)
    const alternatives = Array.from(written.alternatives)
    const each = characters.length === 0 ? 0 : alternatives.length / characters.length
    characters.forEach((character, i) => {
      const named = alternatives.slice(i * each, (i + 1) * each)
      this.#facts.push({
        position: written.start + i,
        character,
        probability: written.probabilities[i]!,
        rank: written.ranks[i]!,
        entropy: written.entropies[i]!,
        alternatives: named.map((name, place) => ({
          character: name,
          probability: written.alternativeProbabilities[i * each + place]!,
        })),
      })
    })
    this.marks = written.marks
    this.#appendToLines(characters)
    this.#dropOldLines()
  }

  #beginAt(position: number): void {
    this.#lines = []
    this.#facts.length = 0
    this.#start = position
  }

  #appendToLines(characters: readonly string[]): void {
    const lines = [...this.#lines]
    let position = this.end - characters.length
    let rest = characters
    while (rest.length > 0) {
      const last = lines.at(-1)
      const open = last && !isEnded(last) ? last : { start: position, characters: [] }
      if (open === last) lines.pop()
      const room = LONGEST_LINE - open.characters.length
      const lineBreak = rest.indexOf('\n')
      const taken = rest.slice(0, Math.min(room, lineBreak < 0 ? rest.length : lineBreak + 1))
      lines.push({ start: open.start, characters: [...open.characters, ...taken] })
      position += taken.length
      rest = rest.slice(taken.length)
    }
    this.#lines = lines
  }

  #dropOldLines(): void {
    const least = this.end - KEPT_CHARACTERS
    const first = this.#lines.findIndex(({ start, characters }) => start + characters.length > least)
    if (first <= 0) return
    this.#lines = this.#lines.slice(first)
    const start = this.#lines[0]!.start
    this.#facts.splice(0, start - this.#start)
    this.#start = start
  }
}
