// The report's way of looking for the weights that matter: units that are active before and after a character, and the
// outcomes that are likely, multiplied into masks over Whh and Why.
import type { MaskedWeight, Masks } from '../contract/analysis.ts'
import type { NetworkSizes, Parameters } from '../rnn/layout.ts'
import { activeUnits, type PromptStep } from './prompt-reading.ts'

/**
 * @param steps of a prompt, at least one; the last character is the one that is asked about
 * @param threshold of abs(h), and of the probability of an outcome
 */
export function masksOf(steps: readonly PromptStep[], hiddenSize: number, threshold: number): Masks {
  const last = steps.at(-1)!
  const before = activeUnits(steps.at(-2)?.h ?? new Float64Array(hiddenSize), threshold)
  const after = activeUnits(last.h, threshold)
  const outcomes = Array.from(last.p.keys()).filter((outcome) => last.p[outcome]! > threshold)
  const counts = { Whh: after.length * before.length, Why: outcomes.length * after.length }
  return { before, after, outcomes, counts }
}

/** The weights under a mask, row by row: Whh[after, before] or Why[outcomes, after]. */
export function* weightsUnderMask(
  { Whh, Why }: Parameters,
  { hiddenSize }: NetworkSizes,
  { before, after, outcomes }: Masks,
  parameter: 'Whh' | 'Why',
): Generator<MaskedWeight> {
  const [W, rows, columns] = parameter === 'Whh' ? [Whh, after, before] : [Why, outcomes, after]
  for (const row of rows) for (const column of columns) yield { row, column, value: W[row * hiddenSize + column]! }
}
