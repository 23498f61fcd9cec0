// The first start: a tour, by the keyboard alone, that ends with a network that has learned something within a minute.
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFirstTime, type DesktopFront } from './desktop-front.ts'
import { ELECTRON, report, temporaryFolder } from './surroundings.ts'
import { TEXTS } from './training-view.ts'

const MINUTE_MS = 60_000

describe.skipIf(!ELECTRON)('the first start', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>
  let front: DesktopFront
  let page: Page

  beforeAll(async () => {
    temporary = await temporaryFolder()
    front = await openFirstTime(join(temporary.folder, 'data'))
    page = front.page
  })
  afterAll(async () => {
    await front?.application.close()
    await temporary?.remove()
  })

  const heading = (step: keyof typeof TEXTS.tour.steps) =>
    page.getByRole('heading', { name: TEXTS.tour.steps[step].title, exact: true })

  it('leads to a network that has learned something within a minute, by the keyboard alone', async () => {
    await heading('welcome').waitFor()
    const began = performance.now()
    for (const step of ['welcome', 'text', 'start', 'loss', 'sample'] as const) {
      await heading(step).waitFor()
      const next = page.getByRole('dialog').getByRole('button', { name: TEXTS.tour.steps[step].action, exact: true })
      await expect.poll(() => next.isEnabled(), { timeout: MINUTE_MS }).toBe(true)
      await next.focus()
      await page.keyboard.press('Enter')
    }
    await heading('learned').waitFor()
    const took = performance.now() - began
    report('tour: a network that has learned something after', took / 1000, 's')
    expect(took).toBeLessThan(MINUTE_MS)
    const runs = await page.evaluate(() => window.charscope?.call('runs.list', {}))
    const [run] = runs?.ok ? runs.value : []
    // Half of what a uniform guess over the text's characters loses.
    const uniform = (run?.settings.sequenceLength ?? 0) * Math.log(run?.text.vocabularySize ?? 1)
    expect(run?.smoothLoss).toBeLessThan(uniform / 2)
  })

  it('does not come back, but begins again when asked, and is skipped with Escape', async () => {
    await page.getByRole('dialog').getByRole('button', { name: TEXTS.tour.steps.learned.action }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.reload()
    await page.getByRole('main').waitFor()
    await page.waitForTimeout(500)
    expect(await page.getByRole('dialog').count()).toBe(0)
    await front.application.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('take-tour')?.click())
    await heading('welcome').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })

  it('says what it is in About', async () => {
    await front.application.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('show-about')?.click())
    const about = page.getByRole('dialog')
    await about.getByText('Electron', { exact: true }).waitFor()
    await about.getByText('reka-ui').first().click()
    await about.locator('details[open]').getByText('Permission is hereby granted').waitFor()
    await page.keyboard.press('Escape')
  })
})
