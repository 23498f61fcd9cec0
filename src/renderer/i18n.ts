// Translations: messages are compiled when the window is built, so nothing is compiled at run time.
import { createI18n } from 'vue-i18n'
import en from './locales/en.json'
import zh from './locales/zh.json'

export type Messages = typeof en

export const i18n = createI18n<[Messages], 'en' | 'zh', false>({
  legacy: false,
  locale: 'en',
  fallbackLocale: 'en',
  messages: { en, zh },
})
