// Whether there is a newer version: asked for by hand, or at the start where the user has said so, and never otherwise.
import { shallowRef } from 'vue'
import type { ErrorValue } from '#core/contract/errors.ts'
import type { LabClient } from '#core/contract/operations.ts'
import type { NewestVersion } from '#core/contract/preferences.ts'
import { settled } from '../lab/requests.ts'
import type { createAbout } from './about.ts'
import type { createNotices } from './notices.ts'
import type { createPreferences } from './preferences.ts'
import type { createShownView } from './shown-view.ts'

interface Surroundings {
  lab: LabClient
  about: ReturnType<typeof createAbout>
  notices: ReturnType<typeof createNotices>
  preferences: ReturnType<typeof createPreferences>
  shownView: ReturnType<typeof createShownView>
}

export function createUpdates({ lab, about, notices, preferences, shownView }: Surroundings) {
  const isLooking = shallowRef(false)
  /** Null before anybody has looked. */
  const found = shallowRef<NewestVersion | null>(null)
  const error = shallowRef<ErrorValue | null>(null)

  async function look(): Promise<void> {
    isLooking.value = true
    const answer = await settled(lab.call('lab.newestVersion', {}))
    isLooking.value = false
    found.value = answer.ok ? answer.value : null
    error.value = answer.ok ? null : answer.error
  }

  /** Says something only when there is something new: nobody asked just now. */
  async function lookAtStart(): Promise<void> {
    if (!preferences.current.value.lookForUpdates || !about.description.value?.releasePage) return
    await look()
    if (!found.value?.isNewer) return
    notices.offer('newVersion', found.value.version, () => (shownView.name.value = 'settings'))
  }

  return { isLooking, found, error, look, lookAtStart }
}
