// The .deb as a user meets it: installed, started from the menu, given a snapshot by the file manager, trained with,
// removed. It changes the machine that it runs on, so it needs root and dpkg; scripts/end-to-end.mjs says when it is
// skipped. Its executable is the one that is shipped, with all fuses set, so it is driven by the keyboard alone.
import { getCurrentFuseWire } from '@electron/fuses'
import { execFile, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, lstatSync, statSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallSnapshot } from '../core/formats/small-snapshots.ts'
import { SHIPPED_FUSES } from './fuses.ts'
import { MAY_INSTALL, ROOT, temporaryFolder, withoutTour } from './surroundings.ts'

const MEBIBYTE = 2 ** 20
const SIZE_LIMIT_MEBIBYTES = 120
const PATIENCE = { timeout: 30_000, interval: 200 }
const ENTRY = '/usr/share/applications/charscope.desktop'

describe.skipIf(!MAY_INSTALL)('the Debian package', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>
  let environment: Record<string, string>
  let data: string
  let file: string
  let installed: string[]

  /** What a program prints; it ends in error when the program does. */
  const run = async (command: string, ...parameters: string[]): Promise<string> =>
    (await promisify(execFile)(command, parameters, { env: environment, maxBuffer: 64 * MEBIBYTE })).stdout

  const windows = async (): Promise<string[]> => {
    const found = await run('xdotool', 'search', '--onlyvisible', '--class', 'charscope').catch(() => '')
    return found.split('\n').filter((line) => line !== '')
  }

  const runStates = async (): Promise<{ state: string; iteration: number }[]> => {
    const names = await readdir(join(data, 'runs')).catch(() => [])
    const texts = await Promise.all(
      names.map((name) => readFile(join(data, 'runs', name, 'run.json'), 'utf8').catch(() => '')),
    )
    return texts
      .filter((text) => text !== '')
      .map((text) => (JSON.parse(text) as { run: { state: string; iteration: number } }).run)
  }

  beforeAll(async () => {
    temporary = await temporaryFolder()
    data = join(temporary.folder, 'data')
    const home = join(temporary.folder, 'home')
    await mkdir(home)
    await withoutTour(data)
    environment = {
      ...(process.env as Record<string, string>),
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_DATA_HOME: join(home, '.local/share'),
      // Which of its ways xdg-open takes; the others ask a desktop that is not here.
      XDG_CURRENT_DESKTOP: 'GNOME',
      CHARSCOPE_DATA: data,
      // Chromium's sandbox refuses to run as root, which a user is not and this test must be.
      ELECTRON_DISABLE_SANDBOX: '1',
    }
    execFileSync(process.execPath, [join(ROOT, 'scripts/packaging/deb.mjs'), '--quick'], { stdio: 'ignore' })
    const name = (await readdir(join(ROOT, 'dist'))).find((candidate) => candidate.endsWith('.deb'))
    file = join(ROOT, 'dist', name ?? 'missing.deb')
  }, 300_000)
  afterAll(async () => {
    await run('dpkg', '--purge', 'charscope').catch(() => undefined)
    await temporary?.remove()
  })

  it('is no larger than it may be', () => {
    expect(statSync(file).size / MEBIBYTE).toBeLessThan(SIZE_LIMIT_MEBIBYTES)
  })

  it('is installed with its entry in the menu, its icons and its types of file', async () => {
    await run('dpkg', '--install', file)
    installed = (await run('dpkg-query', '--listfiles', 'charscope'))
      .split('\n')
      .filter((path) => path.includes('charscope'))
    expect(installed).toEqual(expect.arrayContaining(['/usr/bin/charscope', ENTRY, '/opt/charscope/charscope']))
    await run('desktop-file-validate', ENTRY)
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
      const icon = await readFile(`/usr/share/icons/hicolor/${size}x${size}/apps/charscope.png`)
      expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([size, size])
    }
    // The sandbox where the system lets nobody but root make namespaces.
    expect(statSync('/opt/charscope/chrome-sandbox').mode & 0o7777).toBe(0o4755)
  })

  it('has every fuse set', async () => {
    expect(await getCurrentFuseWire('/opt/charscope/charscope')).toMatchObject(SHIPPED_FUSES)
  })

  it('is what opens snapshots, and one of those that open texts', async () => {
    const types = { npz: 'application/x-numpy-npz', pkl: 'application/x-python-pickle' }
    await writeFile(join(temporary.folder, 'small.npz'), smallSnapshot('Python 3: stored, npz').bytes)
    await writeFile(join(temporary.folder, 'small.pkl'), smallSnapshot('Python 3: text, protocol 2').bytes)
    for (const [ending, type] of Object.entries(types)) {
      const info = await run('gio', 'info', '-a', 'standard::content-type', join(temporary.folder, `small.${ending}`))
      expect(info).toContain(type)
      expect((await run('xdg-mime', 'query', 'default', type)).trim()).toBe('charscope.desktop')
    }
    expect(await run('gio', 'mime', 'text/plain')).toContain('charscope.desktop')
  })

  it('starts by its entry in the menu', async () => {
    // Without pipes, which the application would keep open.
    const [code] = (await once(spawn('gio', ['launch', ENTRY], { env: environment, stdio: 'ignore' }), 'exit')) as [
      number,
    ]
    expect(code).toBe(0)
    await expect.poll(async () => (await windows()).length, PATIENCE).toBe(1)
    await expect.poll(() => existsSync(join(data, 'open-in')), PATIENCE).toBe(true)
  })

  it('opens the snapshot that the file manager hands it', async () => {
    const imported = async (): Promise<string[]> =>
      (await readdir(join(data, 'snapshots')).catch(() => [])).filter((name) => name.endsWith('.npz'))
    expect(await imported()).toEqual([])
    await run('xdg-open', join(temporary.folder, 'small.npz'))
    await expect.poll(async () => (await imported()).length, PATIENCE).toBe(1)
  })

  it('trains, from inside its archive', async () => {
    const [window] = await windows()
    await run('xdotool', 'windowfocus', '--sync', window ?? '', 'key', '--clearmodifiers', 'ctrl+Return')
    await expect.poll(async () => (await runStates())[0]?.iteration ?? 0, PATIENCE).toBeGreaterThan(500)
  })

  it('ends when the session does, with its run saved', async () => {
    const [window] = await windows()
    process.kill(Number(await run('xdotool', 'getwindowpid', window ?? '')), 'SIGTERM')
    await expect.poll(async () => (await windows()).length, PATIENCE).toBe(0)
    await expect.poll(() => readdir(join(data, 'open-in')), PATIENCE).toEqual([])
    expect(['stopped', 'finished']).toContain((await runStates())[0]?.state)
  })

  it('is removed without leaving anything', async () => {
    await run('dpkg', '--purge', 'charscope')
    const left = installed.filter((path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined)
    expect(left).toEqual([])
    await expect(run('dpkg-query', '--status', 'charscope')).rejects.toThrow('not installed')
    expect(await readFile('/usr/share/applications/mimeinfo.cache', 'utf8')).not.toContain('charscope')
    expect(await readFile('/usr/share/mime/globs2', 'utf8')).not.toContain('x-numpy-npz')
  })
})
