// Temperatures in a real browser: panes and pop-ups, the sweep with its answer, and training at several temperatures.
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takePictures } from './appearance.ts'
import { launchChromium, startWeb, type WebProcess } from './browser-front.ts'
import { watchProblems } from './problems.ts'
import { CHROMIUM, screenshotPath, temporaryFolder } from './surroundings.ts'
import { TEXTS, TrainingView } from './training-view.ts'

const { temperatures: WORDS } = TEXTS

describe.skipIf(!CHROMIUM)('temperatures in the browser front', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>
  let web: WebProcess
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let view: TrainingView
  let problems: string[]

  const part = (name: keyof typeof WORDS.parts) => page.getByRole('radio', { name: WORDS.parts[name] })
  const resize = (width: number, height: number): Promise<void> => page.setViewportSize({ width, height })

  beforeAll(async () => {
    temporary = await temporaryFolder()
    web = await startWeb(join(temporary.folder, 'data'))
    browser = await launchChromium()
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    page = await context.newPage()
    problems = await watchProblems(page)
    view = new TrainingView(page)
    await page.goto(web.address)
    await view.textChooser.waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await web?.interrupt()
    await temporary?.remove()
  })

  it('trains at several temperatures, with losses on one scale and samples side by side', async () => {
    await view.button(WORDS.training.offer).click()
    await view.button(WORDS.training.start).click()
    await expect.poll(() => page.locator('.pill').count()).toBe(4)
    await expect
      .poll(() => page.locator('.pill', { hasText: TEXTS.states.finished }).count(), { timeout: 90_000 })
      .toBe(4)
    // Each run has a loss at its own temperature and one on the held-out text, below a uniform guess over 25 characters.
    await expect.poll(() => page.locator('tbody tr td:nth-child(5)').allTextContents()).not.toContain('–')
    const losses = (await page.locator('tbody tr td:nth-child(n + 4):nth-child(-n + 5)').allTextContents()).map(Number)
    expect(losses).toHaveLength(8)
    for (const loss of losses) expect(loss).toBeLessThan(2)
    await expect.poll(async () => new Set(await page.locator('.column pre').allTextContents()).size).toBe(4)
    await takePictures(view, 'temperatures-training', resize)
  })

  it('compares the run that is shown, and shows where it points in every pane', async () => {
    await page.getByRole('button', { name: WORDS.training.at.replace('{temperature}', '1'), exact: true }).click()
    await view.button(WORDS.compare).click()
    await part('texts').click()
    const panes = page.locator('.pane')
    await expect.poll(() => panes.count()).toBe(4)
    await expect
      .poll(async () => Math.min(...(await panes.locator('.text').allInnerTexts()).map(({ length }) => length)), {
        timeout: 15_000,
      })
      .toBeGreaterThan(60)
    await view.button(WORDS.pauseAll).click()
    await panes.first().locator('.text').focus()
    // Back to a character that the other panes have written, too: they are never quite as far as each other.
    for (let step = 0; step < 40; step++) await page.keyboard.press('ArrowLeft')
    await expect.poll(() => page.locator('.frame').count()).toBeGreaterThan(1)
    await page.getByRole('radio', { name: WORDS.colourings.surprise }).click()
    await takePictures(view, 'temperatures-texts', resize)
  })

  it('opens pop-ups as far as the browser lets it, each titled with its temperature', async () => {
    await view.button(WORDS.apart).click()
    await expect.poll(() => context.pages().length, { timeout: 15_000 }).toBe(5)
    const popUps = context.pages().filter((one) => one !== page)
    await expect
      .poll(async () => (await Promise.all(popUps.map((popUp) => popUp.title()))).sort(), { timeout: 15_000 })
      .toEqual(['0.5', '1', '2', '5'].map((temperature) => `T = ${temperature} · patterns`))
    await popUps[0]!.screenshot({ path: screenshotPath('temperatures-pop-up') })
    for (const popUp of popUps) await popUp.close()
  })

  it('sweeps over the temperatures and marks the one that comes closest to the text', async () => {
    await part('sweep').click()
    await view.button(WORDS.sweep.start).click()
    await view.button(WORDS.sweep.again).waitFor({ timeout: 60_000 })
    const answer = (await page.locator('.answer').textContent()) ?? ''
    const best = Number(/Temperature ([\d.]+)/.exec(answer)?.[1])
    await view.button(WORDS.sweep.table).click()
    const distances = await page.locator('tbody tr:not(:last-child) td:nth-child(2)').allTextContents()
    const temperatures = await page.locator('tbody tr:not(:last-child) td:nth-child(1)').allTextContents()
    expect(distances).toHaveLength(20)
    const least = Math.min(...distances.map((distance) => Number(distance.replaceAll(',', ''))))
    expect(distances[temperatures.indexOf(String(best))]).toBe(least.toFixed(1))
    await view.button(WORDS.sweep.table).click()
    await takePictures(view, 'temperatures-sweep', resize)
  })

  it('has done all that without an error, a failed request or a violation of its policy', () => {
    expect(problems).toEqual([])
  })
})
