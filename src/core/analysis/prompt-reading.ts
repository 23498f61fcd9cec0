// Reading a prompt character by character: what the network expects after each, how much each surprised it, and the
// state that it is in.
import type { NetworkSizes, Parameters } from '../rnn/layout.ts'
import { hiddenState, probabilities } from '../rnn/network.ts'

/** A unit counts as active beyond this, in the report. */
export const ACTIVE_THRESHOLD = 0.5

export interface PromptStep {
  /** Index of the character that was read. */
  character: number
  /** -log2 of the probability that it had before it was read; null for the first. */
  surpriseBits: number | null
  /** (H): the state after it. */
  h: Float64Array
  /** (V): the probabilities of what comes next, at the given temperature. */
  p: Float64Array
}

/**
 * From h = 0. With `feedLastTwice` the last character is read a second time, as the report's decoder does; that second
 * reading is a step of its own.
 *
 * @param prompt vocabulary indices, at least one
 */
export function readPrompt(
  parameters: Parameters,
  { hiddenSize, vocabularySize }: NetworkSizes,
  prompt: readonly number[],
  temperature: number,
  feedLastTwice: boolean,
): PromptStep[] {
  const characters = feedLastTwice ? [...prompt, prompt.at(-1)!] : prompt
  const steps: PromptStep[] = []
  let hprev = new Float64Array(hiddenSize)
  for (const character of characters) {
    const h = new Float64Array(hiddenSize)
    const p = new Float64Array(vocabularySize)
    hiddenState(h, parameters, character, hprev)
    probabilities(p, parameters, h, temperature)
    const expected = steps.at(-1)?.p[character]
    steps.push({ character, surpriseBits: expected === undefined ? null : -Math.log2(expected), h, p })
    hprev = h
  }
  return steps
}

export function activeUnits(h: Float64Array, threshold: number): number[] {
  return Array.from(h.keys()).filter((unit) => Math.abs(h[unit]!) > threshold)
}
