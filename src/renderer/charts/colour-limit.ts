// Up to which magnitude values are told apart by colour. A few large weights would make all others look like zero, so
// by default the scale ends at what is usual, and what lies beyond takes its last colour.
import type { ArrayFigures } from '#core/contract/snapshots.ts'

export const COLOUR_RANGES = ['usual', 'whole'] as const
export type ColourRange = (typeof COLOUR_RANGES)[number]

/** In root mean squares: of a normal distribution, 0.3 % lie beyond. */
const USUAL = 3

type Spread = Pick<ArrayFigures, 'mean' | 'standardDeviation' | 'minimum' | 'maximum'>

export interface ColourLimit {
  /** Above zero; colours run from -limit to limit. */
  limit: number
  /** True when some values lie beyond. */
  isExceeded: boolean
}

export function colourLimit(figures: Spread, range: ColourRange): ColourLimit {
  const greatest = Math.max(Math.abs(figures.minimum), Math.abs(figures.maximum))
  const usual = USUAL * Math.hypot(figures.mean, figures.standardDeviation)
  const limit = range === 'usual' ? Math.min(usual, greatest) : greatest
  return limit > 0 ? { limit, isExceeded: limit < greatest } : { limit: 1, isExceeded: false }
}
