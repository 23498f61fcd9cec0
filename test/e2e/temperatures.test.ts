// Temperatures side by side in a real Electron: a real window for each, tiled, titled, changed, closed and brought back.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultTrainingSettings } from '#core/contract/settings.ts'
import type { Rectangle } from '#core/geometry/tiling.ts'
import { openDesktop, type DesktopFront } from './desktop-front.ts'
import { watchProblems } from './problems.ts'
import { ELECTRON, screenshotPath, temporaryFolder } from './surroundings.ts'
import { TEXTS } from './training-view.ts'

const SETTINGS = { ...defaultTrainingSettings(), hiddenSize: 40, iterations: 3000 }

interface ShownWindow {
  title: string
  bounds: Rectangle
}

/** The windows of single panes, by title. */
async function paneWindows(application: ElectronApplication): Promise<ShownWindow[]> {
  const windows = await application.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => window.isVisible() && window.webContents.getURL().includes('?pane='))
      .map((window) => ({ title: window.getTitle(), bounds: window.getBounds() })),
  )
  return windows.sort((a, b) => (a.title < b.title ? -1 : 1))
}

const titlesOf = async (application: ElectronApplication): Promise<string[]> =>
  (await paneWindows(application)).map(({ title }) => title)

function overlaps(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** A window may be there before it has its title. */
async function pageTitled(application: ElectronApplication, title: string): Promise<Page> {
  let found: Page | undefined
  const look = async (): Promise<boolean> => {
    for (const page of application.windows()) if ((await page.title()) === title) found = page
    return found !== undefined
  }
  await expect.poll(look, { message: `a window called ${title}`, timeout: 15_000 }).toBe(true)
  return found!
}

const textOf = (page: Page): Promise<string> => page.locator('.text').innerText()

describe.skipIf(!ELECTRON)('temperatures in windows of their own', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>
  let front: DesktopFront
  let problems: string[]

  const open = async (): Promise<void> => {
    front = await openDesktop(join(temporary.folder, 'data'))
    problems = await watchProblems(front.page)
    await front.page.reload()
    await front.page.getByRole('button', { name: TEXTS.text.choose }).waitFor()
  }

  beforeAll(async () => {
    temporary = await temporaryFolder()
    await open()
  })
  afterAll(async () => {
    await front?.application.close()
    await temporary?.remove()
  })

  it('are compared from the run that is shown', async () => {
    const { page } = front
    await page.evaluate(async (settings) => {
      const options = { encoding: 'auto', vocabularyOrder: 'sorted' } as const
      await window.charscope?.call('runs.start', { datasetId: 'patterns', options, settings })
    }, SETTINGS)
    await page.reload()
    await page.getByRole('button', { name: TEXTS.temperatures.compare }).click()
    await page.locator('.pane').nth(3).waitFor()
    await page.waitForTimeout(1500)
    await page.screenshot({ path: screenshotPath('temperatures-panes') })
  })

  it('open as four real windows, tiled without overlap over the work area', async () => {
    const { application, page } = front
    await page.getByRole('button', { name: TEXTS.temperatures.apart }).click()
    await expect.poll(() => titlesOf(application), { timeout: 20_000 }).toHaveLength(4)
    await expect
      .poll(() => titlesOf(application))
      .toEqual(['0.5', '1', '2', '5'].map((temperature) => `T = ${temperature} · patterns`))
    const windows = await paneWindows(application)
    const area = await application.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea)
    windows.forEach(({ bounds: a }, i) => {
      windows.slice(i + 1).forEach(({ bounds: b }) => expect(overlaps(a, b)).toBe(false))
      expect(a.x >= area.x && a.y >= area.y).toBe(true)
      expect(a.x + a.width <= area.x + area.width && a.y + a.height <= area.y + area.height).toBe(true)
    })
    const covered = windows.reduce((sum, { bounds }) => sum + bounds.width * bounds.height, 0)
    expect(covered).toBe(area.width * area.height)
  })

  it('show different texts of the same luck, and are a picture together', async () => {
    const { application } = front
    const pages = await Promise.all((await titlesOf(application)).map((title) => pageTitled(application, title)))
    for (const page of pages)
      await expect.poll(async () => (await textOf(page)).length, { timeout: 15_000 }).toBeGreaterThan(80)
    const beginnings = await Promise.all(pages.map(async (page) => (await textOf(page)).slice(0, 80)))
    expect(new Set(beginnings).size).toBe(4)
    const picture = await application.evaluate(async ({ desktopCapturer, screen, BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows())
        if (window.webContents.getURL().includes('?pane=')) window.moveTop()
      await new Promise((resolve) => setTimeout(resolve, 500))
      const thumbnailSize = screen.getPrimaryDisplay().size
      const [whole] = await desktopCapturer.getSources({ types: ['screen'], thumbnailSize })
      return whole?.thumbnail.toPNG().toString('base64') ?? ''
    })
    await writeFile(screenshotPath('temperatures-windows'), Buffer.from(picture, 'base64'))
  })

  it('show in all of them where one points in one', async () => {
    const { application } = front
    const [one, other] = await Promise.all(
      ['T = 1 · patterns', 'T = 2 · patterns'].map((title) => pageTitled(application, title)),
    )
    await one!.locator('.text').focus()
    await one!.keyboard.press('ArrowLeft')
    for (let step = 0; step < 60; step++) await one!.keyboard.press('ArrowLeft')
    await other!.locator('.frame').waitFor()
    await one!.keyboard.press('Escape')
    await other!.locator('.frame').waitFor({ state: 'detached' })
  })

  it('take another temperature, also in their title', async () => {
    const { application } = front
    const page = await pageTitled(application, 'T = 5 · patterns')
    await page.getByRole('spinbutton').fill('0.05')
    await expect
      .poll(() => titlesOf(application))
      .toEqual(['0.05', '0.5', '1', '2'].map((temperature) => `T = ${temperature} · patterns`))
    await page.locator('[data-label="T = 0.05"]').waitFor()
  })

  it('give the same text to the last character at the same temperature', async () => {
    const { page } = front
    const texts = await page.evaluate(async () => {
      const lab = window.charscope!
      const added = await lab.call('temperatures.addPane', { temperature: 2 })
      if (!added.ok) throw new Error(added.error.code)
      const { panes, epoch } = added.value
      const twins = panes.filter(({ temperature }) => temperature === 2)
      const written = twins.map(async ({ id: paneId }) => {
        let text = ''
        while (text.length < 100) {
          const request = { paneId, epoch, from: text.length, limit: 100 - text.length }
          const answer = await lab.call('temperatures.written', request)
          if (answer.ok) text += answer.value.characters
        }
        return text
      })
      const both = await Promise.all(written)
      await lab.call('temperatures.removePane', { paneId: panes.at(-1)!.id })
      return both
    })
    expect(texts[0]).toBe(texts[1])
  })

  it('close with their pane, and come back after a restart where they were', async () => {
    const { application } = front
    const page = await pageTitled(application, 'T = 1 · patterns')
    await application.evaluate(
      ({ BrowserWindow }, title) => {
        BrowserWindow.getAllWindows()
          .find((window) => window.getTitle() === title)
          ?.close()
      },
      await page.title(),
    )
    await expect.poll(() => titlesOf(application)).toHaveLength(3)
    await application.evaluate(({ BrowserWindow }) => {
      const moved = BrowserWindow.getAllWindows().find((window) => window.getTitle().startsWith('T = 2 '))
      moved?.setBounds({ x: 333, y: 222, width: 444, height: 555 })
    })
    await front.page.waitForTimeout(1000)
    const before = await paneWindows(application)
    expect(problems).toEqual([])
    await application.close()

    await open()
    await expect.poll(() => titlesOf(front.application), { timeout: 20_000 }).toEqual(before.map(({ title }) => title))
    expect(await paneWindows(front.application)).toEqual(before)
    expect(before.some(({ bounds }) => bounds.x === 333 && bounds.height === 555)).toBe(true)
  })

  it('go back into one window', async () => {
    const { page, application } = front
    await page.getByRole('button', { name: TEXTS.navigation.temperatures, exact: true }).click()
    await page.getByRole('button', { name: TEXTS.temperatures.together }).click()
    await expect.poll(() => titlesOf(application)).toEqual([])
    await page.locator('.pane').nth(2).waitFor()
    expect(problems).toEqual([])
  })
})
