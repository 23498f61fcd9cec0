// What the lab remembers for its user, with the language and theme that follow from it on this machine.
import { usePreferredDark, usePreferredLanguages } from '@vueuse/core'
import { computed, shallowRef } from 'vue'
import type { Language } from '#core/contract/errors.ts'
import type { LabClient } from '#core/contract/operations.ts'
import { DEFAULT_PREFERENCES, type Preferences } from '#core/contract/preferences.ts'
import type { Request } from '../lab/requests.ts'

export function createPreferences(lab: LabClient, request: Request) {
  const current = shallowRef<Preferences>(DEFAULT_PREFERENCES)
  const prefersDark = usePreferredDark()
  const preferredLanguages = usePreferredLanguages()

  const theme = computed<'light' | 'dark'>(() => {
    if (current.value.theme !== 'system') return current.value.theme
    return prefersDark.value ? 'dark' : 'light'
  })
  const language = computed<Language>(() => {
    if (current.value.language !== 'system') return current.value.language
    return preferredLanguages.value[0]?.startsWith('zh') ? 'zh' : 'en'
  })

  lab.on('preferences.changed', (preferences) => (current.value = preferences))

  async function load(): Promise<void> {
    current.value = (await request('preferences.read', {})) ?? current.value
  }

  /** Takes effect at once; the lab's answer only confirms it. */
  async function write(change: Partial<Preferences>): Promise<void> {
    current.value = { ...current.value, ...change }
    await request('preferences.write', change)
  }

  return { current, theme, language, load, write }
}
