// Numbers as a reader of either language expects them. Formatters are kept, for making one is slow.
import type { Language } from '#core/contract/errors.ts'

const formatters = new Map<string, Intl.NumberFormat>()

function formatter(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options)
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(language, options)
  formatters.set(key, made)
  return made
}

/** Stands for a figure that is not there yet. */
export const NO_FIGURE = '–'

/** 20,000 */
export function formatInteger(value: number | null, language: Language): string {
  return value === null ? NO_FIGURE : formatter(language, { maximumFractionDigits: 0 }).format(value)
}

/** Always so many decimals, so that a live figure keeps its width. */
export function formatDecimal(value: number | null, digits: number, language: Language): string {
  if (value === null || !Number.isFinite(value)) return NO_FIGURE
  return formatter(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)
}

/** A setting as it was typed: 0.001, 1e-7. Never grouped, for it may be typed again. */
export function formatSetting(value: number): string {
  return String(value)
}

/** A setting to be read only: integers are grouped. */
export function formatReading(value: number, language: Language): string {
  return Number.isInteger(value) ? formatInteger(value, language) : formatSetting(value)
}

/** 0.123 as 12.3 %. */
export function formatShare(share: number | null, language: Language, digits = 1): string {
  if (share === null || !Number.isFinite(share)) return NO_FIGURE
  const options = { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits } as const
  return formatter(language, options).format(share)
}

const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB']

/** 268,330 bytes as 262 KiB. */
export function formatBytes(bytes: number, language: Language): string {
  const power = Math.min(BYTE_UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10))
  const value = bytes / 1024 ** power
  const digits = power > 0 && value < 10 ? 1 : 0
  return `${formatDecimal(value, digits, language)} ${BYTE_UNITS[power]}`
}
