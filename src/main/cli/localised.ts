// A text in both languages, and how numbers and durations are written in each.
import type { ErrorParameters, Language } from '#core/contract/errors.ts'

/** One text in every language of the lab. */
export type Localised = Readonly<Record<Language, string>>

/** The text in one language, its `{name}`s filled in. */
export function localisedText(text: Localised, language: Language, parameters: ErrorParameters = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole))
}

const LOCALES = { en: 'en-US', zh: 'zh-CN' } as const satisfies Record<Language, string>

/** With thousands separated and exactly so many decimals. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  return value.toLocaleString(LOCALES[language], { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
}

/** Five significant digits, as figures in a table are compared. */
export function formatFigure(value: number): string {
  return value.toPrecision(5)
}

const UNITS = {
  en: { hours: ' h', minutes: ' min', seconds: ' s', between: ' ' },
  zh: { hours: ' 小时', minutes: ' 分', seconds: ' 秒', between: ' ' },
} as const satisfies Record<Language, Record<string, string>>

/** The two largest units of a duration: `1 h 5 min`, `2 min 5 s`, `12 s`; under ten seconds with a decimal if asked. */
export function formatDuration(seconds: number, language: Language, decimals = 0): string {
  const units = UNITS[language]
  if (seconds < 10 && decimals > 0) return formatNumber(seconds, language, decimals) + units.seconds
  const whole = Math.round(seconds)
  if (whole < 60) return whole + units.seconds
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return minutes + units.minutes + units.between + (whole % 60) + units.seconds
  return formatNumber(Math.floor(minutes / 60), language) + units.hours + units.between + (minutes % 60) + units.minutes
}
