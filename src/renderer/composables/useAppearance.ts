// Puts the language and theme that the user prefers in force: the messages, the document, the colours.
import { watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import { useStores } from '../stores/stores.ts'

export function useAppearance(): void {
  const { preferences } = useStores()
  const { locale } = useI18n()
  const root = document.documentElement

  watchEffect(() => {
    locale.value = preferences.language.value
    root.lang = preferences.language.value === 'zh' ? 'zh-CN' : 'en'
  })
  watchEffect(() => {
    const { theme } = preferences.current.value
    if (theme === 'system') delete root.dataset.theme
    else root.dataset.theme = theme
  })
}
