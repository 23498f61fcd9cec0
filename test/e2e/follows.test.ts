// What follows the colon, asked of the course's snapshot in a real Electron: the figures that NumPy finds, the five
// weights that decide, and the table that is kept.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takePictures } from './appearance.ts'
import { openDesktop, resizeDesktop, type DesktopFront } from './desktop-front.ts'
import { watchProblems } from './problems.ts'
import { COURSE, hasCourse } from './snapshots-scenario.ts'
import { ELECTRON, report, temporaryFolder } from './surroundings.ts'
import { TEXTS, TrainingView } from './training-view.ts'

const WORDS = TEXTS.follows
/** The five that decide newline against space, and {newline, space} against the rest; what is left of P(newline). */
const DECISIVE = { newlineOrSpace: [95, 63, 242, 185, 100], endOrRest: [73, 100, 114, 210, 170] }

describe.skipIf(!ELECTRON || !hasCourse)('what follows a colon in the course’s snapshot', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>
  let front: DesktopFront
  let page: Page
  let problems: string[]

  const card = (name: string): Locator => page.getByRole('region', { name, exact: true })
  const open = async (path: string): Promise<void> => {
    await front.application.evaluate(({ dialog }, file) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] })
    }, path)
  }
  const why = (): Locator => card(WORDS.why.title)
  const units = async (count: number): Promise<number[]> => {
    const labels = await why()
      .getByRole('checkbox')
      .evaluateAll((boxes) => boxes.map((box) => box.ariaLabel ?? ''))
    return labels.slice(0, count).map((label) => Number(/\d+/.exec(label)?.[0]))
  }
  /** The shares of the knock-out's rows, as they are read. */
  const left = async (): Promise<string> => (await card(WORDS.knockOut.title).locator('dl').textContent()) ?? ''

  beforeAll(async () => {
    temporary = await temporaryFolder()
    front = await openDesktop(join(temporary.folder, 'data'))
    page = front.page
    problems = await watchProblems(page)
    await page.reload()
    await page.getByRole('main').waitFor()
    await open(COURSE.text)
    await page.evaluate(() => window.charscope?.chooseText())
    await open(COURSE.snapshot)
    await page.evaluate(() => window.charscope?.chooseSnapshot())
    await page.reload()
    await page.getByRole('button', { name: TEXTS.navigation.follows, exact: true }).click()
  })
  afterAll(async () => {
    await front?.application.close()
    await temporary?.remove()
  })

  it('lands on the colon, the text read through', async () => {
    const startMs = performance.now()
    await card(WORDS.knockOut.title).waitFor({ timeout: 110_000 })
    report('follows: the text read and all of it shown after', performance.now() - startMs, 'ms')
    const expected = card(WORDS.expected.title)
    await expect.poll(() => expected.textContent()).toMatch(/79\.7%\s*83\.9%/)
    expect(await expected.textContent()).toMatch(/19\.3%\s*15\.9%/)
    expect(await expected.textContent()).toContain('0.299')
  })

  it('finds the weights that decide newline against space, and that they add up', async () => {
    await expect.poll(() => units(5)).toEqual(DECISIVE.newlineOrSpace)
    expect(await why().textContent()).toContain('Wxh[95, 9] = -4.493')
    expect(await why().textContent()).toMatch(/\+3\.391.*\+3\.391/)
  })

  it('knocks the five out and reads 21.5 %', async () => {
    await page.getByRole('button', { name: WORDS.knockOut.strongest.replace('{count}', '5') }).click()
    await expect.poll(left).toMatch(/5 removed.*21\.5%\s*55\.9%/)
    await expect.poll(left, { timeout: 20_000 }).toMatch(/5 at random\s*7\d\.\d%/)
  })

  it('takes another contrast', async () => {
    await page.getByRole('button', { name: WORDS.knockOut.none, exact: true }).click()
    await page.getByRole('button', { name: WORDS.why.against }).click()
    await page.getByRole('button', { name: WORDS.why.all }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: WORDS.why.for }).click()
    await page.getByRole('dialog').getByRole('button', { name: TEXTS.characters.space, exact: true }).click()
    await page.keyboard.press('Escape')
    await expect.poll(() => units(5)).toEqual(DECISIVE.endOrRest)
    await page.getByRole('button', { name: WORDS.knockOut.strongest.replace('{count}', '5') }).click()
    await expect.poll(left).toMatch(/5 removed.*12\.3%\s*1\.0%/)
  })

  it('keeps the table as CSV, with every digit, and a figure as SVG', async () => {
    const keep = async (title: string, choice: string, file: string): Promise<string> => {
      const path = join(temporary.folder, file)
      await front.application.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
      }, path)
      await page.getByRole('button', { name: TEXTS.keep.label.replace('{title}', title) }).click()
      await page.getByRole('menuitem', { name: choice }).click()
      await expect.poll(() => readFile(path, 'utf8').catch(() => '')).not.toBe('')
      return readFile(path, 'utf8')
    }
    const [head, first] = (await keep(WORDS.why.title, TEXTS.keep.csv, 'why.csv')).split('\r\n')
    expect(head).toBe('\ufeffunit,Wxh,Why_for_mean,Why_against_mean,effect_mean,effect_std')
    expect(first).toMatch(/^73,-?\d+\.\d{10,},/)
    expect(await keep(WORDS.points.title, TEXTS.keep.svg, 'contexts.svg')).toMatch(/^<svg .*<circle /s)
    const rows = (await keep(WORDS.points.title, TEXTS.keep.csv, 'contexts.csv')).trim().split('\r\n')
    expect(rows).toHaveLength(1 + 2578)
  })

  it('opens a context from its point', async () => {
    await page.getByRole('button', { name: WORDS.points.keys }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/^Context 1 of 2,578$/).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  })

  it('reads a prompt and its masks as the report does', async () => {
    await page.getByRole('radio', { name: WORDS.parts.prompt }).click()
    await page.getByText('248 of 250 units').waitFor()
    await page.getByText('0.6208', { exact: true }).waitFor()
    await page.getByRole('checkbox', { name: WORDS.prompt.twice }).check()
    await page.getByText('0.6082', { exact: true }).waitFor()
    await page.getByText('246 of 250 units').waitFor()
    await page.getByRole('radio', { name: WORDS.parts.masks }).click()
    await page.getByText('246 of 250', { exact: true }).waitFor()
    await page.getByRole('radio', { name: WORDS.parts.character }).click()
  })

  it('shows itself in both languages and themes', async () => {
    await takePictures(new TrainingView(page), 'follows', (width, height) => resizeDesktop(front, width, height))
    expect(problems).toEqual([])
  })
})
