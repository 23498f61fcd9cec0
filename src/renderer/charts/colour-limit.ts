// Where the colours of an array end. A few large weights would make all others look like zero, so by default the scale
// of signed values ends at what is usual, and what lies beyond takes a colour of its own. Values without a sign, such
// as sums of squares, differ by powers of ten, so by default their colours follow the logarithm.
import type { ArrayFigures } from '#core/contract/snapshots.ts'

export const COLOUR_RANGES = {
  signed: ['usual', 'whole'],
  amount: ['logarithmic', 'linear'],
} as const
export type ColourRange = (typeof COLOUR_RANGES)[keyof typeof COLOUR_RANGES][number]

/** In root mean squares: of a normal distribution, 0.3 % lie beyond. */
export const USUAL_LIMIT = 3
/** Of the usual limit, so that it can be read and told exactly. */
const DIGITS = 2
/** Powers of ten that a logarithmic scale goes down when the least value is zero, which has no logarithm. */
const DEPTH = 8

export type Spread = Pick<ArrayFigures, 'mean' | 'standardDeviation' | 'minimum' | 'maximum'>

export interface ColourLimit {
  range: ColourRange
  /** The value of the first colour: -limit for signed values, else 0 or, on a logarithmic scale, more. */
  from: number
  /** The value of the last colour, above zero. */
  limit: number
  /** True when some values lie beyond the limit. */
  isExceeded: boolean
}

function greatestMagnitude({ minimum, maximum }: Spread): number {
  return Math.max(Math.abs(minimum), Math.abs(maximum)) || 1
}

/** Three root mean squares, rounded; where nothing lies beyond that, the greatest magnitude. */
function usualLimit(figures: Spread): number {
  const usual = USUAL_LIMIT * Math.hypot(figures.mean, figures.standardDeviation)
  const greatest = greatestMagnitude(figures)
  return usual > 0 ? Math.min(Number(usual.toPrecision(DIGITS)), greatest) : greatest
}

export function colourLimit(figures: Spread, range: ColourRange): ColourLimit {
  const greatest = greatestMagnitude(figures)
  const limit = range === 'usual' ? usualLimit(figures) : greatest
  const least = figures.minimum > 0 ? figures.minimum : limit / 10 ** DEPTH
  const from = { usual: -limit, whole: -limit, linear: 0, logarithmic: least }[range]
  return { range, from, limit, isExceeded: limit < greatest }
}
