import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takePictures } from './appearance.ts'
import { openDesktop, resizeDesktop, type DesktopFront } from './desktop-front.ts'
import { watchProblems } from './problems.ts'
import { ELECTRON, report, temporaryFolder } from './surroundings.ts'
import { trainThePlay } from './training-scenario.ts'
import { TEXTS, TrainingView } from './training-view.ts'

describe.skipIf(!ELECTRON)('the desktop front', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>
  let front: DesktopFront
  let view: TrainingView
  let problems: string[]
  let data: string

  const show = async (): Promise<void> => {
    front = await openDesktop(data)
    problems = await watchProblems(front.page)
    // Problems of the very first load have gone by; the second load is watched from its beginning.
    await front.page.reload()
    view = new TrainingView(front.page)
    await view.textChooser.waitFor()
  }

  beforeAll(async () => {
    temporary = await temporaryFolder()
    data = join(temporary.folder, 'data')
    await show()
  })
  afterAll(async () => {
    await front?.application.close()
    await temporary?.remove()
  })

  it('trains the play', () => trainThePlay(view, 'desktop'))

  it('keeps its main process free while two runs train', async () => {
    for (let run = 0; run < 2; run++) {
      await view.button(TEXTS.network.newRun).click()
      await view.start()
      await view.waitForIteration(100)
    }
    const delay = await front.application.evaluate(async () => {
      const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
      const histogram = monitorEventLoopDelay({ resolution: 5 })
      histogram.enable()
      await new Promise((resolve) => setTimeout(resolve, 5000))
      histogram.disable()
      return { median: histogram.percentile(50) / 1e6, p99: histogram.percentile(99) / 1e6, count: histogram.count }
    })
    report('desktop: event-loop delay under training (a timer of 5 ms included), median', delay.median, 'ms')
    report('desktop: event-loop delay under training (a timer of 5 ms included), p99', delay.p99, 'ms')
    expect(delay.count).toBeGreaterThan(200)
    expect(delay.p99).toBeLessThan(50)
    await view.page.evaluate(async () => {
      const runs = await window.charscope?.call('runs.list', {})
      if (runs?.ok) for (const { id } of runs.value) await window.charscope?.call('runs.stop', { runId: id })
    })
    await view.state('stopped').waitFor()
  })

  it('shows itself in both languages and themes, and the system’s own parts follow', async () => {
    await takePictures(view, 'desktop', (width, height) => resizeDesktop(front, width, height))
    const native = () =>
      front.application.evaluate(({ Menu, nativeTheme }) => ({
        theme: nativeTheme.themeSource,
        menus: Menu.getApplicationMenu()?.items.map(({ label }) => label),
      }))
    expect(await native()).toEqual({
      theme: 'light',
      menus: ['&File', '&Edit', '&Training', '&View', '&Window', '&Help'],
    })
    await view.choosePreference(TEXTS.navigation.language, TEXTS.languages.zh)
    await expect.poll(async () => (await native()).menus?.[0]).toBe('文件(&F)')
    await front.page.evaluate(() => window.charscope?.call('preferences.write', { language: 'system', theme: 'dark' }))
    expect((await native()).theme).toBe('dark')
    await view.button(TEXTS.actions.newRun).waitFor()
  })

  const openFromMenu = async (fileName: string, content: string | Uint8Array): Promise<void> => {
    const path = join(temporary.folder, fileName)
    await writeFile(path, content)
    await front.application.evaluate(({ dialog, Menu }, file) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] })
      Menu.getApplicationMenu()?.getMenuItemById('open-text')?.click()
    }, path)
  }

  it('opens a text from its menu', async () => {
    await openFromMenu('rhyme.txt', 'one two three four five\n'.repeat(50))
    await view.page.getByText('1,200 characters').waitFor()
    await view.button(TEXTS.actions.start).waitFor()
  })

  it('reads a text in GB18030 by its characters, with the decoder that Electron has', async () => {
    // '中文'.encode('gb18030')
    await openFromMenu('chinese.txt', Buffer.from('d6d0cec4'.repeat(75), 'hex'))
    await view.page.getByText('150 characters').waitFor()
    await view.page.getByText(TEXTS.encodings.gb18030).first().waitFor()
  })

  it('opens a text that is dropped on it', async () => {
    const path = join(temporary.folder, 'dropped.txt')
    await writeFile(path, 'abc\n'.repeat(100))
    await view.page.evaluate(() => {
      const input = Object.assign(document.createElement('input'), { type: 'file', id: 'test-file' })
      document.body.append(input)
    })
    await view.page.setInputFiles('#test-file', path)
    const opened = await view.page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('#test-file')
      const file = input?.files?.[0]
      input?.remove()
      return window.charscope?.openDropped(file)
    })
    const dataset = { kind: 'file', fileName: 'dropped.txt', location: path }
    expect(opened).toMatchObject({ ok: true, value: { kind: 'text', dataset } })
  })

  it('has done all that without an error, a failed request or a violation of its policy', () => {
    expect(problems).toEqual([])
  })

  it('is one: a second start shows the first and ends', async () => {
    await front.application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
    const environment = { ...process.env, CHARSCOPE_DATA: data }
    const second = spawn(ELECTRON, ['--no-sandbox'], { env: environment, stdio: 'ignore' })
    const [code] = (await once(second, 'exit')) as [number]
    expect(code).toBe(0)
    const minimised = () =>
      front.application.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
      )
    await expect.poll(minimised).toEqual([false])
  })

  it('ends cleanly while a run trains, and opens where it was, with its size, place and runs', async () => {
    const bounds = { x: 60, y: 80, width: 1111, height: 777 }
    await front.application.evaluate(
      ({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place),
      bounds,
    )
    await view.setNumber('iterations', 1_000_000)
    await view.start()
    await view.waitForIteration(100)
    const began = performance.now()
    await front.application.close()
    report('desktop: closed while training after', performance.now() - began, 'ms')
    const remembered = JSON.parse(await readFile(join(data, 'desktop/window-state.json'), 'utf8')) as unknown
    expect(remembered).toEqual({ bounds, maximised: false })

    await show()
    const again = await front.application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
    expect(again).toEqual(bounds)
    const runs = await view.page.evaluate(() => window.charscope?.call('runs.list', {}))
    expect(runs).toMatchObject({ ok: true, value: Array.from({ length: 4 }, () => ({ state: 'stopped' })) })
  })

  it('comes back when its page crashes, and training goes on meanwhile', async () => {
    await view.setNumber('iterations', 1_000_000)
    await view.start()
    await view.waitForIteration(100)
    // Playwright gives a crashed page up, so the new one is read through the main process.
    const header = () =>
      front.application.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        return contents?.executeJavaScript(
          `document.querySelector('main header')?.textContent ?? ''`,
        ) as Promise<string>
      })
    await front.application.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const loaded = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()))
      contents?.forcefullyCrashRenderer()
      await loaded
    })
    await expect.poll(header, { timeout: 10_000 }).toContain(TEXTS.states.training)
    const first = await header()
    await expect.poll(header).not.toBe(first)
  })
})
