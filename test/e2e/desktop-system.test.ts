// The system around the window: files that are opened from outside, the menu, what is shown and asked while a run trains.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallSnapshot } from '../core/formats/small-snapshots.ts'
import { openDesktop, type DesktopFront } from './desktop-front.ts'
import { watchProblems } from './problems.ts'
import { ELECTRON, temporaryFolder } from './surroundings.ts'
import { TEXTS, TrainingView } from './training-view.ts'

const SNAPSHOT = smallSnapshot('Python 3: stored, npz')
const ENDLESS = 2_000_000_000

describe.skipIf(!ELECTRON)('the system around the window', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>
  let data: string
  let front: DesktopFront
  let view: TrainingView
  let problems: string[]

  const show = async (...parameters: string[]): Promise<void> => {
    front = await openDesktop(data, ...parameters)
    problems = await watchProblems(front.page)
    view = new TrainingView(front.page)
    await front.page.getByRole('main').waitFor()
  }

  beforeAll(async () => {
    temporary = await temporaryFolder()
    data = join(temporary.folder, 'data')
    await writeFile(join(temporary.folder, 'rhyme.txt'), 'one two three four five\n'.repeat(50))
    await writeFile(join(temporary.folder, 'small.npz'), SNAPSHOT.bytes)
  })
  afterAll(async () => {
    await front?.application.close()
    await temporary?.remove()
  })

  it('opens a text that it is started with in Train', async () => {
    await show(join(temporary.folder, 'rhyme.txt'))
    await front.page.getByText('1,200 characters').waitFor()
  })

  it('opens a snapshot that a second start hands over in Snapshots, and the second start ends', async () => {
    const second = spawn(ELECTRON, ['--no-sandbox', join(temporary.folder, 'small.npz')], {
      env: { ...process.env, CHARSCOPE_DATA: data },
      stdio: 'ignore',
    })
    expect((await once(second, 'exit'))[0]).toBe(0)
    await front.page.getByRole('button', { name: TEXTS.snapshots.back }).waitFor()
  })

  it('says why when a file that it is handed cannot be opened', async () => {
    const missing = join(temporary.folder, 'missing.npz')
    const second = spawn(ELECTRON, ['--no-sandbox', missing], {
      env: { ...process.env, CHARSCOPE_DATA: data },
      stdio: 'ignore',
    })
    await once(second, 'exit')
    await front.page.getByText('“missing.npz” is not there').first().waitFor()
  })

  it('lists what was opened in its menu, opens it from there, and forgets it when asked', async () => {
    const recent = () =>
      front.application.evaluate(({ Menu }) =>
        Menu.getApplicationMenu()
          ?.getMenuItemById('recent')
          ?.submenu?.items.filter(({ type }) => type === 'normal')
          .map(({ label }) => label),
      )
    expect(await recent()).toEqual(['small.npz', 'rhyme.txt', '&Clear List'])
    const click = (index: number) =>
      front.application.evaluate(
        ({ Menu }, at) => Menu.getApplicationMenu()?.getMenuItemById('recent')?.submenu?.items.at(at)?.click(),
        index,
      )
    await click(1)
    await front.page.getByText('1,200 characters').waitFor()
    await click(-1)
    await expect.poll(recent).toEqual(['&Clear List'])
  })

  it('remembers the folder of its dialogs', async () => {
    await front.application.evaluate(
      ({ dialog }, file) => {
        const asked: unknown[] = []
        Object.assign(globalThis, { asked })
        dialog.showOpenDialog = (...parameters: unknown[]) => {
          asked.push(parameters.at(-1))
          return Promise.resolve({ canceled: false, filePaths: [file] })
        }
      },
      join(temporary.folder, 'rhyme.txt'),
    )
    for (let turn = 0; turn < 2; turn++) {
      await front.page.evaluate(() => window.charscope?.chooseText())
    }
    const asked = await front.application.evaluate(() => (globalThis as unknown as { asked: unknown[] }).asked)
    expect(asked).toEqual([{ properties: ['openFile'] }, { properties: ['openFile'], defaultPath: temporary.folder }])
  })

  it('trains by its menu, shows how far it is on the taskbar, and keeps the machine awake when that is wanted', async () => {
    await front.page.evaluate(() => window.charscope?.call('preferences.write', { keepAwake: true }))
    await front.application.evaluate(({ BrowserWindow, powerSaveBlocker, Menu }) => {
      const noted = { progress: [] as number[], blocked: [] as string[] }
      Object.assign(globalThis, { noted })
      const [window] = BrowserWindow.getAllWindows()
      if (window) window.setProgressBar = (progress) => void noted.progress.push(progress)
      const start = powerSaveBlocker.start.bind(powerSaveBlocker)
      powerSaveBlocker.start = (type) => {
        noted.blocked.push(type)
        return start(type)
      }
      const stop = powerSaveBlocker.stop.bind(powerSaveBlocker)
      powerSaveBlocker.stop = (id) => {
        noted.blocked.push('stopped')
        return stop(id)
      }
      Menu.getApplicationMenu()?.getMenuItemById('start-training')?.click()
    })
    const noted = () =>
      front.application.evaluate(
        () => (globalThis as unknown as { noted: { progress: number[]; blocked: string[] } }).noted,
      )
    await view.waitForIteration(100)
    expect((await noted()).blocked).toEqual(['prevent-app-suspension'])
    await expect.poll(async () => (await noted()).progress.some((share) => share > 0 && share <= 1)).toBe(true)
    await view.button(TEXTS.actions.stop).click()
    await view.state('stopped').waitFor()
    await expect.poll(async () => (await noted()).progress.at(-1)).toBe(-1)
    expect((await noted()).blocked).toEqual(['prevent-app-suspension', 'stopped'])
  })

  /** Answers the next question with the button of that place, and notes what was asked. */
  const answerWith = (response: number) =>
    front.application.evaluate(({ dialog }, at) => {
      const questions: { buttons: string[] }[] = []
      Object.assign(globalThis, { questions })
      dialog.showMessageBox = (...parameters: unknown[]) => {
        questions.push(parameters.at(-1) as { buttons: string[] })
        return Promise.resolve({ response: at, checkboxChecked: false })
      }
    }, response)
  const questions = () =>
    front.application.evaluate(() => (globalThis as unknown as { questions: { buttons: string[] }[] }).questions)
  const closeWindow = () => front.application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  const visible = () =>
    front.application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()))

  it('asks before it closes while a run trains: nothing happens when that is taken back', async () => {
    await view.button(TEXTS.actions.newRun).click()
    await view.setNumber('iterations', ENDLESS)
    await view.start()
    await view.waitForIteration(100)
    await answerWith(2)
    await closeWindow()
    await expect.poll(async () => (await questions()).length).toBe(1)
    expect((await questions())[0]?.buttons).toEqual(['Keep training in the background', 'Stop and quit', 'Cancel'])
    expect(await visible()).toEqual([true])
    await view.state('training').waitFor()
  })

  it('keeps training in the background, and a second start brings the window back', async () => {
    await answerWith(0)
    await closeWindow()
    await expect.poll(visible).toEqual([false])
    const iteration = async (): Promise<number> => {
      const runs = await front.page.evaluate(() => window.charscope?.call('runs.list', {}))
      return runs?.ok ? (runs.value.find(({ state }) => state === 'training')?.iteration ?? 0) : 0
    }
    const before = await iteration()
    expect(before).toBeGreaterThan(0)
    await expect.poll(iteration).toBeGreaterThan(before + 100)
    const second = spawn(ELECTRON, ['--no-sandbox'], { env: { ...process.env, CHARSCOPE_DATA: data }, stdio: 'ignore' })
    await once(second, 'exit')
    await expect.poll(visible).toEqual([true])
  })

  it('tells of the end of a run when no window is in front', async () => {
    await front.page.evaluate(async () => {
      const runs = await window.charscope?.call('runs.list', {})
      if (runs?.ok) for (const { id } of runs.value) await window.charscope?.call('runs.stop', { runId: id })
    })
    await view.state('stopped').waitFor()
    await front.application.evaluate(({ BrowserWindow, Notification }) => {
      const told: string[] = []
      Object.assign(globalThis, { told })
      BrowserWindow.getFocusedWindow = () => null
      Notification.isSupported = () => true
      Notification.prototype.show = function (this: Electron.Notification) {
        told.push(this.body)
      }
    })
    await view.button(TEXTS.actions.newRun).click()
    await view.setNumber('iterations', 500)
    await view.start()
    await view.state('finished').waitFor()
    const told = () => front.application.evaluate(() => (globalThis as unknown as { told: string[] }).told)
    await expect.poll(told).toEqual(['“rhyme.txt”: 500 iterations done.'])
  })

  it('moves its data to an empty folder, and opens them there', async () => {
    const target = join(temporary.folder, 'moved')
    await mkdir(target)
    const before = await front.page.evaluate(() => window.charscope?.call('runs.list', {}))
    await front.application.evaluate(({ app, dialog }, folder) => {
      app.relaunch = () => undefined
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] })
    }, target)
    const closed = front.application.waitForEvent('close')
    await front.page.evaluate(() => window.charscope?.desktop?.moveDataFolder()).catch(() => undefined)
    await closed
    expect(await readdir(target)).toEqual(expect.arrayContaining(['preferences.json', 'runs', 'snapshots']))

    await show()
    const described = await front.page.evaluate(() => window.charscope?.call('lab.describe', {}))
    expect(described).toMatchObject({ ok: true, value: { dataFolder: target, sharedWith: 0 } })
    const ids = (runs: typeof before): string[] => (runs?.ok ? runs.value.map(({ id }) => id) : [])
    expect(ids(await front.page.evaluate(() => window.charscope?.call('runs.list', {})))).toEqual(ids(before))
    await expect
      .poll(() => readdir(data).then((names) => names.sort()))
      .toEqual(['desktop', 'moved-to.json', 'open-in'])
    expect(JSON.parse(await readFile(join(data, 'moved-to.json'), 'utf8'))).toEqual({ folder: target })
  })

  it('has done all that without an error or a violation of its policy', () => {
    expect(problems).toEqual([])
  })
})
