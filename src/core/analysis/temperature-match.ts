// Which temperature suits a text: the statistics of what is written are held against those of stretches of the text that
// are as long. It compares averages of counts, and says nothing of sense.
import { textStatistics, type StatisticName, type TextStatistics } from './text-statistics.ts'

/** From 0.1 to 5, closer together where texts change most. */
export const SWEEP_TEMPERATURES = [
  0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5,
] as const
/** Characters that are written at each temperature, and of a stretch of the text where that is long enough. */
export const SWEEP_LENGTH = 5000
const STRETCHES = 12
const LEAST_STRETCHES = 4

/** What is compared. Not the share of known words: the text has all of its own. */
export const MATCHED_STATISTICS = [
  'distinctWords',
  'distinctBigrams',
  'meanWordLength',
  'meanLineLength',
  'repetition',
] as const satisfies readonly StatisticName[]

type Figures = Record<(typeof MATCHED_STATISTICS)[number], number>

/** A text's own statistics over stretches of it. */
export interface TextReference {
  stretches: number
  /** Characters of a stretch, and so of what is to be compared with it. */
  length: number
  mean: Figures
  /** Standard deviation from stretch to stretch. */
  deviation: Figures
}

/** Stretches of some texts are all alike: less than this share of the mean, or in a share itself, is no difference. */
const LEAST_DEVIATION = 0.01

/** @returns null for a text too short to be cut into a few stretches of ten characters */
export function referenceOf(text: string): TextReference | null {
  const length = Math.min(SWEEP_LENGTH, Math.floor(text.length / LEAST_STRETCHES))
  if (length < 10) return null
  const stretches = Math.min(STRETCHES, Math.floor(text.length / length))
  const statistics = Array.from({ length: stretches }, (_, i) => {
    const start = Math.round((i * (text.length - length)) / Math.max(1, stretches - 1))
    return textStatistics(text.slice(start, start + length), null)
  })
  const figures = MATCHED_STATISTICS.map((name) => {
    const values = statistics.map((of) => of[name] ?? 0)
    const mean = values.reduce((sum, value) => sum + value, 0) / stretches
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / stretches
    const least = LEAST_DEVIATION * (name === 'repetition' ? 1 : mean)
    return [name, { mean, deviation: Math.max(Math.sqrt(variance), least) }] as const
  })
  return {
    stretches,
    length,
    mean: Object.fromEntries(figures.map(([name, { mean }]) => [name, mean])) as Figures,
    deviation: Object.fromEntries(figures.map(([name, { deviation }]) => [name, deviation])) as Figures,
  }
}

/**
 * Root mean square of how many of the text's own standard deviations the statistics are away from the text's mean: the
 * text's own stretches are 1 away on average. What cannot be counted, as words where there are none, counts as 0.
 */
export function distanceFrom({ mean, deviation }: TextReference, statistics: TextStatistics): number {
  const squares = MATCHED_STATISTICS.map((name) => (((statistics[name] ?? 0) - mean[name]) / deviation[name]) ** 2)
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length)
}
