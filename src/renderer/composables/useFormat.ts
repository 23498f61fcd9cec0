// The formatters bound to the language of the window.
import { useI18n } from 'vue-i18n'
import type { Language } from '#core/contract/errors.ts'
import { characterName, codePoint } from '../format/characters.ts'
import { durationOf } from '../format/durations.ts'
import { formatMoment } from '../format/moments.ts'
import { formatBytes, formatDecimal, formatInteger, formatReading, formatShare } from '../format/numbers.ts'

export function useFormat() {
  const { t, locale } = useI18n()
  const language = (): Language => (locale.value === 'zh' ? 'zh' : 'en')

  return {
    integer: (value: number | null) => formatInteger(value, language()),
    decimal: (value: number | null, digits: number) => formatDecimal(value, digits, language()),
    setting: (value: number) => formatReading(value, language()),
    share: (value: number | null, digits?: number) => formatShare(value, language(), digits),
    bytes: (value: number) => formatBytes(value, language()),
    duration(seconds: number | null): string {
      const { unit, parameters } = durationOf(seconds)
      return t(`durations.${unit}`, { ...parameters })
    },
    /** Date and time of an ISO 8601 string, short. */
    moment: (iso: string) => formatMoment(iso, language()),
    /** A character's name where it has one, else its code point. */
    characterName(character: string): string {
      const name = characterName(character)
      return name ? t(`characters.${name}`) : codePoint(character)
    },
  }
}
