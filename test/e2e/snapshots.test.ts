// The course's snapshot in real windows: in Electron and in the browser.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium, startWeb, type WebProcess } from './browser-front.ts'
import { openDesktop, type DesktopFront } from './desktop-front.ts'
import { watchProblems } from './problems.ts'
import { COURSE, CourseScenario, hasCourse, type Ways } from './snapshots-scenario.ts'
import { SnapshotsView } from './snapshots-view.ts'
import { CHROMIUM, ELECTRON, temporaryFolder } from './surroundings.ts'
import { TEXTS, TrainingView } from './training-view.ts'

if (!hasCourse) console.warn('SKIPPED: the course’s files are not beside this checkout, so no window opened them')

/** The steps of the scenario as cases, in the front that `begin` opens. */
function courseCases(begin: () => Promise<{ page: Page; ways: Ways; problems: string[] }>): void {
  let page: Page
  let ways: Ways
  let problems: string[]
  let scenario: CourseScenario

  beforeAll(async () => {
    ;({ page, ways, problems } = await begin())
    scenario = new CourseScenario(new SnapshotsView(page), ways)
    await page.getByRole('main').waitFor()
  })

  it('is opened by the dialog', () => scenario.openByDialog())
  it('is opened when it is dropped', () => scenario.openByDrop())
  it('shows the figures of its arrays as NumPy has them', () => scenario.checkOverview())
  it('shows its entries with NumPy’s coordinates and values', () => scenario.checkEntries())
  it('writes what NumPy writes, in both ways of starting', () => scenario.checkWriting())
  it('is exported as it was', () => scenario.checkExport())
  it('trains on, on a text with the same characters', async () => {
    const view = new TrainingView(page)
    await page.getByRole('button', { name: TEXTS.navigation.train, exact: true }).click()
    await ways.choose(COURSE.text, async () => {
      await view.textChooser.click()
      await page.getByRole('menuitem', { name: TEXTS.text.open }).click()
    })
    await page.getByText('268,330 characters').first().waitFor()
    await new SnapshotsView(page).open('char-rnn-snapshot')
    await scenario.checkResume(view)
  })
  it('is compared with what came of it', async () => {
    await scenario.checkComparison(async () => {
      await page.getByRole('button', { name: /^What can be done with/ }).click()
      return ways.save(() => page.getByRole('menuitem', { name: 'Export as .npz…' }).click())
    })
  })
  it('did all that without an error, a failed request or a violation of the policy', () => {
    expect(problems).toEqual([])
  })
}

describe.skipIf(!ELECTRON || !hasCourse)('the course’s snapshot in the desktop front', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>
  let front: DesktopFront
  afterAll(async () => {
    await front?.application.close()
    await temporary?.remove()
  })

  courseCases(async () => {
    temporary = await temporaryFolder()
    front = await openDesktop(join(temporary.folder, 'data'))
    const { application, page } = front
    const problems = await watchProblems(page)
    await page.reload()
    let saves = 0
    const ways: Ways = {
      front: 'desktop',
      async choose(path, press) {
        await application.evaluate(({ dialog }, file) => {
          dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] })
        }, path)
        await press()
      },
      async save(press) {
        const path = join(temporary.folder, `saved-${++saves}.npz`)
        await application.evaluate(({ dialog }, filePath) => {
          dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
        }, path)
        await press()
        const read = () => readFile(path).catch(() => null)
        await expect.poll(read).not.toBeNull()
        return (await read())!
      },
    }
    return { page, ways, problems }
  })
})

describe.skipIf(!CHROMIUM || !hasCourse)('the course’s snapshot in the browser front', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>
  let web: WebProcess
  let browser: Browser
  afterAll(async () => {
    await browser?.close()
    await web?.interrupt()
    await temporary?.remove()
  })

  courseCases(async () => {
    temporary = await temporaryFolder()
    web = await startWeb(join(temporary.folder, 'data'))
    browser = await launchChromium()
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    const problems = await watchProblems(page)
    await page.goto(web.address)
    const ways: Ways = {
      front: 'browser',
      async choose(path, press) {
        const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press()])
        await chooser.setFiles(path)
      },
      async save(press) {
        const [download] = await Promise.all([page.waitForEvent('download'), press()])
        return readFile(await download.path())
      },
    }
    return { page, ways, problems }
  })
})
