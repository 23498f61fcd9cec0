// Pictures of the window in both languages, both themes and two sizes.
import chinese from '../../src/renderer/locales/zh.json' with { type: 'json' }
import { screenshotPath } from './surroundings.ts'
import { TEXTS, TrainingView } from './training-view.ts'

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const

/** Leaves the window in English, in the light theme, at the last of the sizes. */
export async function takePictures(
  view: TrainingView,
  front: string,
  resize: (width: number, height: number) => Promise<void>,
): Promise<void> {
  const languages = [
    ['zh', TEXTS.navigation.language, TEXTS.languages.zh, chinese],
    ['en', chinese.navigation.language, chinese.languages.en, TEXTS],
  ] as const
  for (const [language, menu, choice, texts] of languages) {
    await view.choosePreference(menu, choice)
    for (const theme of ['dark', 'light'] as const) {
      await view.choosePreference(texts.navigation.theme, texts.themes[theme])
      for (const { width, height } of SIZES) {
        await resize(width, height)
        // The chart follows its frame with the next drawing.
        await view.page.waitForTimeout(400)
        await view.page.screenshot({ path: screenshotPath(`${front}-${language}-${theme}-${width}x${height}`) })
      }
    }
  }
}
