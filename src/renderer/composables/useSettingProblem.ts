// What is wrong with a setting, as a sentence that names what would be right.
import { useI18n } from 'vue-i18n'
import type { SettingRange } from '#core/contract/settings.ts'
import type { SettingProblem } from '../format/setting-number.ts'
import { useFormat } from './useFormat.ts'

export function useSettingProblem(): (problem: SettingProblem | null, range: SettingRange) => string | null {
  const { t } = useI18n()
  const format = useFormat()
  const bound = (value: number): string => (Number.isInteger(value) ? format.integer(value) : String(value))
  return (problem, { minimum, maximum }) =>
    problem && t(`settings.problems.${problem}`, { minimum: bound(minimum), maximum: bound(maximum) })
}
