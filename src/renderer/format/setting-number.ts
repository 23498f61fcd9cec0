// A setting between the keyboard and the lab: reading what was typed, checking its range, stepping by arrow keys.
import type { SettingRange } from '#core/contract/settings.ts'

/** What is wrong with a value; the message is `settings.problems.<name>`. */
export type SettingProblem = 'notANumber' | 'notAnInteger' | 'outOfRange'

/** Reads 10000, 10,000, 10 000, 0.1 and 1e-3; NaN for anything else. */
export function parseSetting(text: string): number {
  const plain = text.trim().replace(/(?<=\d)[,_\s](?=\d{3}(?!\d))/g, '')
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN
}

export function settingProblem(value: number, range: SettingRange): SettingProblem | null {
  if (Number.isNaN(value)) return 'notANumber'
  if (range.integer && !Number.isInteger(value)) return 'notAnInteger'
  return value < range.minimum || value > range.maximum ? 'outOfRange' : null
}

/** The next value up or down: a step in the second digit, at least 1 for integers, within the range. */
export function stepSetting(value: number, direction: 1 | -1, range: SettingRange): number {
  if (Number.isNaN(value)) return range.default
  const digit = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)) + 1e-9)
  const step = Math.max(10 ** (digit - 1), range.integer ? 1 : 0)
  const next = Number((Math.round(value / step + direction) * step).toPrecision(12))
  return Math.min(range.maximum, Math.max(range.minimum, next))
}
