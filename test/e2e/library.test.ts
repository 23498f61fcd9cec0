// The library with thousands of snapshots and the heat-map of a very large network, in the browser.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { snapshotToNpz } from '#core/formats/snapshot-writer.ts'
import { parameterCount, parameterViews } from '#core/rnn/layout.ts'
import { launchChromium, startWeb, type WebProcess } from './browser-front.ts'
import { reportFrames } from './frame-times.ts'
import { makeSnapshots } from './many-snapshots.ts'
import { watchProblems } from './problems.ts'
import { SnapshotsView } from './snapshots-view.ts'
import { CHROMIUM, report, screenshotPath, temporaryFolder } from './surroundings.ts'
import { TEXTS } from './training-view.ts'

const COUNT = 5000
const LARGE = { hiddenSize: 2048, vocabularySize: 62 }

describe.skipIf(!CHROMIUM)('a large library', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>
  let web: WebProcess
  let browser: Browser
  let page: Page
  let view: SnapshotsView
  let problems: string[]

  beforeAll(async () => {
    temporary = await temporaryFolder()
    await makeSnapshots(join(temporary.folder, 'data'), COUNT)
    web = await startWeb(join(temporary.folder, 'data'))
    browser = await launchChromium()
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    problems = await watchProblems(page)
    view = new SnapshotsView(page)
    await page.goto(web.address)
    await page.getByRole('main').waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await web?.interrupt()
    await temporary?.remove()
  })

  const scroller = () => page.getByRole('grid').getByRole('rowgroup')

  it('lists them all, and keeps only the rows in sight', async () => {
    const began = performance.now()
    await view.showLibrary()
    await page.getByText('5,000 snapshots').waitFor()
    report(`library of ${COUNT}: shown after`, performance.now() - began, 'ms')
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(COUNT + 1))
    expect(await page.getByRole('row').count()).toBeLessThan(60)
    await page.waitForTimeout(1000)
    await page.screenshot({ path: screenshotPath('browser-library-5000') })
  })

  it('scrolls from one end to the other', async () => {
    await reportFrames(page, `library of ${COUNT} at rest`, () => page.waitForTimeout(1500))
    await reportFrames(page, `library of ${COUNT} scrolled by 300 pixels a frame`, () =>
      scroller().evaluate(
        (element) =>
          new Promise<void>((resolve) => {
            const scroll = (left: number): void => {
              element.scrollTop += 300
              if (left === 0) resolve()
              else requestAnimationFrame(() => scroll(left - 1))
            }
            scroll(240)
          }),
      ),
    )
    await scroller().evaluate((element) => (element.scrollTop = element.scrollHeight))
    await page
      .locator(`[aria-rowindex="${COUNT + 1}"]`)
      .getByText('play 0', { exact: true })
      .waitFor()
    await expect.poll(() => page.getByRole('row').count()).toBeLessThan(60)
  })

  it('is searched as fast as one types', async () => {
    const search = page.getByRole('searchbox', { name: TEXTS.snapshots.search })
    await reportFrames(page, `library of ${COUNT} searched`, () =>
      search.pressSequentially('king 17: 5000', { delay: 40 }),
    )
    // Of the runs 17 and 117 those at 5,000, 15,000 and 25,000.
    await page.getByText('6 of 5,000 snapshots').waitFor()
    await search.fill('')
  })

  it('is deleted whole, and brought back', async () => {
    await scroller().focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Control+A')
    const began = performance.now()
    await page.keyboard.press('Delete')
    await page.getByText('5,000 snapshots deleted').first().waitFor()
    report(`library of ${COUNT}: deleted after`, performance.now() - began, 'ms')
    await page.getByRole('button', { name: TEXTS.actions.undo }).first().click()
    await page.getByText('5,000 snapshots', { exact: true }).waitFor()
  })

  it('shows the weights of a network of 2,048 units in blocks, and closely entry by entry', async () => {
    const values = Float64Array.from({ length: parameterCount(LARGE) }, (_, i) => Math.sin(i) * Math.cos(i / 997))
    const parameters = parameterViews(values, LARGE)
    const codePoints = Array.from({ length: LARGE.vocabularySize }, (_, i) => 0x30 + i)
    const file = join(temporary.folder, 'large.npz')
    const rest = { adagradMemory: null, dataSize: null, resume: null, extras: new Map() } as const
    const vocabulary = { codePoints, encoding: 'utf-8' } as const
    await writeFile(file, snapshotToNpz({ sizes: LARGE, parameters, vocabulary, ...rest }))
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: TEXTS.snapshots.open }).first().click(),
    ])
    await chooser.setFiles(file)
    await view.heading('large').waitFor()
    await view.tab('weights')
    const began = performance.now()
    await page.getByText('A cell is a block of 4 × 4 entries').waitFor()
    report('heat-map of 2,048 units: whole after', performance.now() - began, 'ms')
    const box = (await view.heatMap.boundingBox())!
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await reportFrames(page, 'heat-map of 2,048 units, zoomed by the wheel', async () => {
      for (let turn = 0; turn < 12; turn++) {
        await page.mouse.wheel(0, -100)
        await page.waitForTimeout(60)
      }
    })
    await page.getByText(TEXTS.heatMap.exact).waitFor()
    await reportFrames(page, 'heat-map of 2,048 units, moved by the keys', async () => {
      await view.heatMap.focus()
      for (let step = 0; step < 60; step++) await page.keyboard.press('ArrowRight')
    })
    const readout = (await view.heatMap.getByText(/^Whh\[/).textContent()) ?? ''
    const [, row, column, value] = /^Whh\[(\d+), (\d+)\] = (\S+)$/.exec(readout) ?? []
    expect(Number(value)).toBe(parameters.Whh[Number(row) * LARGE.hiddenSize + Number(column)])
    await page.screenshot({ path: screenshotPath('browser-heat-map-2048') })
  })

  it('did all that without an error, a failed request or a violation of the policy', () => {
    expect(problems).toEqual([])
  })
})
