// The lab's errors as sentences in the language of the window. State names inside them are translated, too.
import { useI18n } from 'vue-i18n'
import { errorMessage, type ErrorValue } from '#core/contract/errors.ts'
import { RUN_STATES } from '#core/contract/runs.ts'

export function useErrorMessage(): (error: ErrorValue) => string {
  const { t, locale } = useI18n()
  return ({ code, parameters }) => {
    const state = RUN_STATES.find((name) => name === parameters.state)
    const readable = state ? { ...parameters, state: t(`states.${state}`) } : parameters
    return errorMessage({ code, parameters: readable }, locale.value === 'zh' ? 'zh' : 'en')
  }
}
