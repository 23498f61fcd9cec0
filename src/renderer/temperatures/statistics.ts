// The figures of a written text in the order in which they are shown, and how each is written. Names and meanings are
// the messages `temperatures.statistics.<name>`.
import type { StatisticName } from '#core/analysis/text-statistics.ts'

export type FigureName = StatisticName | 'entropyBits'

export const STATISTICS = [
  { name: 'entropyBits', digits: 2, isShare: false },
  { name: 'wordsInText', digits: 0, isShare: true },
  { name: 'distinctWords', digits: 0, isShare: false },
  { name: 'distinctBigrams', digits: 0, isShare: false },
  { name: 'meanWordLength', digits: 1, isShare: false },
  { name: 'meanLineLength', digits: 1, isShare: false },
  { name: 'repetition', digits: 0, isShare: true },
] as const satisfies readonly { name: FigureName; digits: number; isShare: boolean }[]
