import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takePictures } from './appearance.ts'
import { launchChromium, startWeb, type WebProcess } from './browser-front.ts'
import { watchProblems } from './problems.ts'
import { CHROMIUM, report, temporaryFolder } from './surroundings.ts'
import { trainThePlay } from './training-scenario.ts'
import { TEXTS, TrainingView } from './training-view.ts'

describe.skipIf(!CHROMIUM)('the browser front', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>
  let web: WebProcess
  let browser: Browser
  let page: Page
  let view: TrainingView
  let problems: string[]

  beforeAll(async () => {
    temporary = await temporaryFolder()
    web = await startWeb(join(temporary.folder, 'data'))
    browser = await launchChromium()
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    problems = await watchProblems(page)
    view = new TrainingView(page)
  })
  afterAll(async () => {
    await browser?.close()
    await web?.interrupt()
    await temporary?.remove()
  })

  it('says in one line where it is', () => {
    expect(web.output().trim().split('\n')).toEqual([
      expect.stringMatching(/^Open the lab in your browser at http:\/\/127/),
    ])
  })

  it('opens at its address and takes the token out of sight', async () => {
    await page.goto(web.address)
    await view.textChooser.waitFor()
    expect(page.url()).toBe(`${new URL(web.address).origin}/`)
    await page.reload()
    await view.textChooser.waitFor()
    await page.goto(web.address)
    await view.textChooser.waitFor()
  })

  it('tells a second browser what to do', async () => {
    const stranger = await browser.newPage()
    const policyProblems = await watchProblems(stranger)
    const answer = await stranger.goto(web.address)
    expect(answer?.status()).toBe(403)
    await stranger.getByText('npm start').first().waitFor()
    expect(policyProblems.filter((problem) => problem.includes('policy'))).toEqual([])
    await stranger.close()
  })

  it('trains the play', () => trainThePlay(view, 'browser'))

  it('shows itself in both languages and themes', () =>
    takePictures(view, 'browser', (width, height) => page.setViewportSize({ width, height })))

  it('opens a text of the user’s', async () => {
    const path = join(temporary.folder, 'rhyme.txt')
    await writeFile(path, 'one two three four five\n'.repeat(50))
    await view.button(TEXTS.actions.newRun).click()
    await view.textChooser.click()
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('menuitem', { name: TEXTS.text.open }).click(),
    ])
    await chooser.setFiles(path)
    await page.getByText('1,200 characters').waitFor()
  })

  it('has done all that without an error, a failed request or a violation of its policy', () => {
    expect(problems).toEqual([])
  })

  it('is out of reach for a page of another origin', async () => {
    const { origin } = new URL(web.address)
    const other = await browser.newPage()
    await other.route('http://other.example/**', (route) => route.fulfill({ contentType: 'text/html', body: 'other' }))
    await other.goto('http://other.example/')
    const reached = await other.evaluate(async (lab) => {
      const reading = fetch(lab).then(
        () => 'read',
        () => 'refused',
      )
      const posting = fetch(`${lab}/texts?name=a`, { method: 'POST', body: 'abc' }).then(
        () => 'posted',
        () => 'refused',
      )
      const socket = new Promise((resolve) => {
        const opening = new WebSocket(`${lab.replace('http', 'ws')}/lab`)
        opening.onopen = () => resolve('connected')
        opening.onerror = () => resolve('refused')
      })
      return [await reading, await posting, await socket]
    }, origin)
    expect(reached).toEqual(['refused', 'refused', 'refused'])
    await other.close()
  })

  it('ends cleanly on Ctrl+C while a run trains, and the window says so', async () => {
    await view.setNumber('iterations', 1_000_000)
    await view.start()
    await view.waitForIteration(100)
    const began = performance.now()
    expect(await web.interrupt()).toBe(0)
    report('browser: closed while training after', performance.now() - began, 'ms')
    await page.getByText(TEXTS.connection.retrying).waitFor()
  })
})
