import { describe, expect, it } from 'vitest'
import { chosenLanguage, languageOfLocale, terminalLanguage } from '../../../src/main/lab/language.ts'

describe('language', () => {
  it.each([
    ['zh', 'zh'],
    ['zh-CN', 'zh'],
    ['zh_TW.UTF-8', 'zh'],
    ['ZH-Hans', 'zh'],
    ['en-US', 'en'],
    ['de_DE.UTF-8', 'en'],
    ['zha', 'en'],
    ['C', 'en'],
    ['', 'en'],
  ] as const)('of the locale %o is %s', (locale, language) => {
    expect(languageOfLocale(locale)).toBe(language)
  })

  it('is the chosen one before the system’s', () => {
    expect(chosenLanguage('en', 'zh-CN')).toBe('en')
    expect(chosenLanguage('zh', 'en-US')).toBe('zh')
    expect(chosenLanguage('system', 'zh-CN')).toBe('zh')
  })

  it('of the terminal follows LC_ALL, then LC_MESSAGES, then LANG', () => {
    expect(terminalLanguage({ LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' })).toBe('zh')
    expect(terminalLanguage({ LC_ALL: '', LC_MESSAGES: 'C', LANG: 'zh_CN.UTF-8' })).toBe('en')
    expect(terminalLanguage({ LANG: 'zh_CN.UTF-8' })).toBe('zh')
  })
})
