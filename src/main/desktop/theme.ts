// Light, dark or the system's: what the user prefers also holds for the native menu, dialogs and scroll bars, and by
// `prefers-color-scheme` for the page.
import { nativeTheme } from 'electron'
import type { Preferences } from '#core/contract/preferences.ts'
import type { Lab } from '#lab/lab-interface.ts'

export function setUpTheme(lab: Lab, preferences: Preferences): void {
  const follow = ({ theme }: Preferences): void => {
    nativeTheme.themeSource = theme
  }
  follow(preferences)
  lab.on('preferences.changed', follow)
}
