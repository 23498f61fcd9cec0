// What axe finds in every view, in both languages and themes, with something in each: nothing serious. What only a user
// can judge, such as whether a name makes sense, it does not see.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import chinese from '../../src/renderer/locales/zh.json' with { type: 'json' }
import { launchChromium, startWeb, type WebProcess } from './browser-front.ts'
import { CHROMIUM, temporaryFolder } from './surroundings.ts'
import { TEXTS, TrainingView } from './training-view.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const SERIOUS: readonly (string | null | undefined)[] = ['serious', 'critical']
const LANGUAGES = { en: TEXTS, zh: chinese }

/** What is serious, each with the elements that it was found on. */
async function seriousProblems(page: Page): Promise<string[]> {
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: () => Promise<AxeResults> } }
    return (await axe.run()).violations
  })
  return found
    .filter(({ impact }) => SERIOUS.includes(impact))
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    )
}

describe.skipIf(!CHROMIUM)('accessibility', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>
  let web: WebProcess
  let browser: Browser
  let page: Page
  let view: TrainingView

  beforeAll(async () => {
    temporary = await temporaryFolder()
    web = await startWeb(join(temporary.folder, 'data'))
    browser = await launchChromium()
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    view = new TrainingView(page)
    await page.goto(web.address)
    await view.setNumber('iterations', 600)
    await view.start()
    await view.state('finished').waitFor()
    await page.evaluate(AXE)
  })
  afterAll(async () => {
    await browser?.close()
    await web?.interrupt()
    await temporary?.remove()
  })

  it('finds what is wrong where something is', async () => {
    await page.evaluate(() => {
      const image = Object.assign(document.createElement('img'), { id: 'without-a-name', src: './icon.svg' })
      document.querySelector('main')?.append(image)
    })
    expect((await seriousProblems(page)).join()).toContain('without-a-name')
    await page.evaluate(() => document.querySelector('#without-a-name')?.remove())
  })

  for (const language of ['zh', 'en'] as const) {
    for (const theme of ['dark', 'light'] as const) {
      it(`is sound in every view, ${language}, ${theme}`, async () => {
        const shown = (await page.evaluate(() => document.documentElement.lang)).startsWith('zh') ? 'zh' : 'en'
        if (shown !== language) {
          await view.choosePreference(LANGUAGES[shown].navigation.language, LANGUAGES[shown].languages[language])
        }
        const texts = LANGUAGES[language]
        await view.choosePreference(texts.navigation.theme, texts.themes[theme])
        const views = page.getByRole('navigation', { name: texts.navigation.label }).locator('ul button')
        const problems: string[] = []
        for (let index = 0; index < (await views.count()); index++) {
          await views.nth(index).click()
          const name = await views.nth(index).getAttribute('aria-label')
          // A colour that is on its way to another is neither.
          await page.waitForTimeout(400)
          for (const problem of await seriousProblems(page)) problems.push(`${name}: ${problem}`)
        }
        expect(await views.count()).toBeGreaterThan(2)
        expect(problems).toEqual([])
      })
    }
  }

  it('is sound in its dialogs and its tour', async () => {
    await page.getByRole('button', { name: TEXTS.navigation.settings }).click()
    await view.button(TEXTS.about.versions).click()
    await page.getByRole('dialog').waitFor()
    await page.waitForTimeout(400)
    expect(await seriousProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await view.button(TEXTS.tour.take).click()
    await page.getByRole('dialog').waitFor()
    await page.waitForTimeout(400)
    expect(await seriousProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })
})
