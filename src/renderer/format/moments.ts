// Moments as a reader of either language expects them. Formatters are kept, for making one is slow.
import type { Language } from '#core/contract/errors.ts'

const formatters = new Map<Language, Intl.DateTimeFormat>()

/** Date and time of an ISO 8601 string, in the time zone of this machine: Nov 25, 2026, 2:36 AM. */
export function formatMoment(iso: string, language: Language): string {
  const known = formatters.get(language)
  const formatter = known ?? new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  if (!known) formatters.set(language, formatter)
  return formatter.format(new Date(iso))
}
