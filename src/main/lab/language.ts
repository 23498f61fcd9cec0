// Which of the two languages speaks to the user. The texts themselves belong to whoever shows them.
import type { Language } from '#core/contract/errors.ts'
import type { Preferences } from '#core/contract/preferences.ts'

/** The language for a locale in any of the usual spellings: `zh-CN`, `zh_CN.UTF-8`, `en-US`, `C`. */
export function languageOfLocale(locale: string): Language {
  return /^zh\b|^zh_/i.test(locale) ? 'zh' : 'en'
}

/** The language that the user chose, or the system's. */
export function chosenLanguage(preference: Preferences['language'], systemLocale: string): Language {
  return preference === 'system' ? languageOfLocale(systemLocale) : preference
}

/** The language of the terminal that this process writes to: the variables of POSIX first, as programs there do. */
export function terminalLanguage(environment: NodeJS.ProcessEnv = process.env): Language {
  const posixLocale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG
  return languageOfLocale(posixLocale || Intl.DateTimeFormat().resolvedOptions().locale)
}
