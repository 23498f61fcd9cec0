// What `charscope temperatures` tells people: a table of figures, and the texts one after the other.
import type { Language } from '#core/contract/errors.ts'
import type { TemperatureReport } from '#core/contract/temperatures.ts'
import { formatNumber, localisedText, type Localised } from './localised.ts'
import { printable } from './printable.ts'
import { tableText, type Alignment } from './table.ts'

const TEXTS = {
  temperature: { en: 'Temperature', zh: '温度' },
  entropyBits: { en: 'entropy, bits', zh: '熵（比特）' },
  wordsInText: { en: 'known words', zh: '已知词' },
  distinctWords: { en: 'distinct words per 1000', zh: '每千词不同词' },
  meanWordLength: { en: 'word length', zh: '词长' },
  heading: { en: '--- temperature {temperature} ---', zh: '--- 温度 {temperature} ---' },
} satisfies Record<string, Localised>

const FIGURES = [
  { name: 'entropyBits', decimals: 2 },
  { name: 'wordsInText', decimals: 3 },
  { name: 'distinctWords', decimals: 0 },
  { name: 'meanWordLength', decimals: 1 },
] as const

const ALIGNMENTS: Alignment[] = ['left', ...FIGURES.map(() => 'right' as const)]
const NO_FIGURE = '–'

export function temperaturesText(reports: readonly TemperatureReport[], prompt: string, language: Language): string {
  const headings = [TEXTS.temperature, ...FIGURES.map(({ name }) => TEXTS[name])]
  const rows = reports.map((report) => [
    String(report.temperature),
    ...FIGURES.map(({ name, decimals }) => {
      const value = report[name]
      return value === null ? NO_FIGURE : formatNumber(value, language, decimals)
    }),
  ])
  const table = tableText([headings.map((heading) => localisedText(heading, language, {})), ...rows], ALIGNMENTS)
  const texts = reports.map(
    ({ temperature, text }) =>
      `${localisedText(TEXTS.heading, language, { temperature })}\n${printable(prompt + text)}`,
  )
  return [table, ...texts].join('\n\n')
}
