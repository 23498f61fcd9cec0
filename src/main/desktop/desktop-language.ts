// The language of all that the desktop says outside its pages: menu, tray, dialogs, notifications.
import { app } from 'electron'
import type { Language } from '#core/contract/errors.ts'
import type { Preferences } from '#core/contract/preferences.ts'
import { chosenLanguage } from '#lab/language.ts'
import type { Lab } from '#lab/lab-interface.ts'

let language: Language = 'en'
const listeners = new Set<() => void>()

export function desktopLanguage(): Language {
  return language
}

/** Calls `listener` when the user has chosen another language. */
export function onLanguageChanged(listener: () => void): void {
  listeners.add(listener)
}

export function setUpLanguage(lab: Lab, preferences: Preferences): void {
  const follow = ({ language: preference }: Preferences): void => {
    const chosen = chosenLanguage(preference, app.getLocale())
    if (chosen === language) return
    language = chosen
    for (const listener of listeners) listener()
  }
  follow(preferences)
  lab.on('preferences.changed', follow)
}
