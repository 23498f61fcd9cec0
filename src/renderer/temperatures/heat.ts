// How a character is coloured: five steps from what was to be expected to what surprises. The colours are in
// styles/tokens.css, as --heat-<step>.
import type { Colouring } from '#core/contract/temperatures.ts'
import { surpriseOf, type CharacterFacts } from './written-text.ts'

export const HEAT_STEPS = [0, 1, 2, 3, 4] as const

/** Where each step after the first begins: bits of surprise, and ranks. */
export const HEAT_LIMITS = {
  surprise: [1, 2, 4, 6],
  rank: [2, 4, 11, 21],
} as const satisfies Record<Exclude<Colouring, 'plain'>, readonly number[]>

/** The step of a character; null when it is not coloured. */
export function heatOf({ probability, rank }: CharacterFacts, colouring: Colouring): number | null {
  if (colouring === 'plain') return null
  const value = colouring === 'rank' ? rank : surpriseOf(probability)
  return HEAT_LIMITS[colouring].filter((limit) => value >= limit).length
}
