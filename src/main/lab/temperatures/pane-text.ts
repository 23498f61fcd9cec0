// One pane's text as it grows: its last characters with what each was drawn from, the places where the temperature or
// the network changed, and what can be counted in it. When to write how much is the sampling thread's to say.
import { ALTERNATIVES, entropyBits, likeliest, rankOf } from '#core/analysis/next-character.ts'
import { textStatistics } from '#core/analysis/text-statistics.ts'
import { KEPT_CHARACTERS, type PaneMark, type PaneStatistics, type Written } from '#core/contract/temperatures.ts'
import { Writer, type DrawingRule } from '#core/rnn/writer.ts'
import { makeNetworkStep } from '../kernel/network-step.ts'
import { nextCharacter } from './next-character.ts'
import type { Network } from '../networks/network.ts'

/** More than KEPT_CHARACTERS are cut back when there are so many too many, so that not every character moves all. */
const SLACK = 1000

export class PaneText {
  readonly #writer: Writer
  readonly #characters: string[] = []
  readonly #probabilities: number[] = []
  readonly #ranks: number[] = []
  readonly #entropies: number[] = []
  /** Of each character as many as the network has, at most ALTERNATIVES. */
  readonly #alternatives: string[] = []
  readonly #alternativeProbabilities: number[] = []
  readonly #alternativesEach: number
  #marks: PaneMark[] = []
  /** Characters that were written and are not kept any more. */
  #dropped = 0
  #network: Network
  #temperature: number

  /** @throws RangeError when there is no prompt */
  constructor(network: Network, prompt: readonly number[], seed: number, temperature: number) {
    this.#writer = new Writer(makeNetworkStep, network.parameters, network.sizes, prompt, seed)
    this.#alternativesEach = Math.min(ALTERNATIVES, network.sizes.vocabularySize)
    this.#network = network
    this.#temperature = temperature
  }

  get length(): number {
    return this.#dropped + this.#characters.length
  }

  /** From here on the text is written by this network at this temperature; a change is marked. */
  continueWith(network: Network, temperature: number): void {
    if (network !== this.#network) this.#mark({ kind: 'network', iteration: network.iteration })
    if (temperature !== this.#temperature) this.#mark({ kind: 'temperature', temperature })
    this.#network = network
    this.#temperature = temperature
  }

  /** Before the first character there is nothing to mark; at one place the last change of a kind is what counts. */
  #mark(change: Pick<PaneMark, 'kind'> & Partial<PaneMark>): void {
    const position = this.length
    if (position === 0) return
    const others = this.#marks.filter((mark) => mark.position !== position || mark.kind !== change.kind)
    this.#marks = [...others, { ...change, position } as PaneMark]
  }

  /** @throws LabError when the network's probabilities are not numbers */
  write(rule: DrawingRule): void {
    const { codePoints } = this.#network
    const index = nextCharacter(this.#writer, this.#network, rule)
    const { p } = this.#writer
    this.#characters.push(String.fromCodePoint(codePoints[index]!))
    this.#probabilities.push(p[index]!)
    this.#ranks.push(rankOf(p, index))
    this.#entropies.push(entropyBits(p))
    for (const alternative of likeliest(p)) {
      this.#alternatives.push(String.fromCodePoint(codePoints[alternative]!))
      this.#alternativeProbabilities.push(p[alternative]!)
    }
    if (this.#characters.length >= KEPT_CHARACTERS + SLACK) this.#drop(this.#characters.length - KEPT_CHARACTERS)
  }

  #drop(count: number): void {
    for (const column of [this.#characters, this.#probabilities, this.#ranks, this.#entropies]) column.splice(0, count)
    for (const column of [this.#alternatives, this.#alternativeProbabilities]) {
      column.splice(0, count * this.#alternativesEach)
    }
    this.#dropped += count
    this.#marks = this.#marks.filter(({ position }) => position >= this.#dropped)
  }

  /** What is written and kept from a position on. */
  read(from: number, limit: number): Omit<Written, 'epoch' | 'statistics'> {
    const first = Math.max(0, from - this.#dropped)
    const end = first + limit
    const [firstAlternative, endAlternative] = [first * this.#alternativesEach, end * this.#alternativesEach]
    return {
      start: this.#dropped + first,
      characters: this.#characters.slice(first, end).join(''),
      probabilities: this.#probabilities.slice(first, end),
      ranks: this.#ranks.slice(first, end),
      entropies: this.#entropies.slice(first, end),
      alternatives: this.#alternatives.slice(firstAlternative, endAlternative).join(''),
      alternativeProbabilities: this.#alternativeProbabilities.slice(firstAlternative, endAlternative),
      marks: this.#marks,
      length: this.length,
    }
  }

  /** Of the kept characters since the temperature last changed. */
  statistics(known: ReadonlySet<string> | null): PaneStatistics {
    const changed = this.#marks.findLast(({ kind }) => kind === 'temperature')?.position ?? 0
    const first = Math.max(0, changed - this.#dropped)
    const entropies = this.#entropies.slice(first)
    const sum = entropies.reduce((total, entropy) => total + entropy, 0)
    return {
      ...textStatistics(this.#characters.slice(first).join(''), known),
      characters: entropies.length,
      entropyBits: entropies.length === 0 ? null : sum / entropies.length,
    }
  }
}
