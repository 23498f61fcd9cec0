// Several temperatures as one types them: 0.5, 1, 2 or 0.5 1 2, in either language's commas.
import { NUMBER_SETTINGS } from '#core/contract/settings.ts'
import { parseSetting, settingProblem } from '../format/setting-number.ts'

/** As many as there are inks that can be told apart. */
export const MOST_TEMPERATURES = 6

/** In the order typed, each once; null when one cannot be trained at, or when there are none or too many. */
export function parseTemperatures(typed: string): number[] | null {
  const numbers = typed
    .split(/[\s,，、;；]+/)
    .filter((part) => part !== '')
    .map(parseSetting)
  const temperatures = [...new Set(numbers)]
  const areRight = temperatures.every((value) => settingProblem(value, NUMBER_SETTINGS.temperature) === null)
  return areRight && temperatures.length > 0 && temperatures.length <= MOST_TEMPERATURES ? temperatures : null
}
