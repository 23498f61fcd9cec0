// The two preferences that are chosen from a list, with the words for what there is to choose.
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { LANGUAGES, THEMES } from '#core/contract/preferences.ts'
import { useStores } from '../stores/stores.ts'

export function usePreferenceChoices() {
  const { preferences } = useStores()
  const { t } = useI18n()
  const theme = computed({
    get: () => preferences.current.value.theme,
    set: (value) => void preferences.write({ theme: value }),
  })
  const language = computed({
    get: () => preferences.current.value.language,
    set: (value) => void preferences.write({ language: value }),
  })
  return {
    theme,
    language,
    themes: computed(() => THEMES.map((value) => ({ value, label: t(`themes.${value}`) }))),
    languages: computed(() => LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))),
  }
}
