// What `npm start` does where there is no window to be had. Programs that only end stand in for Electron.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT, temporaryFolder } from './surroundings.ts'

describe.skipIf(process.platform !== 'linux')('npm start', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>
  beforeAll(async () => (temporary = await temporaryFolder()))
  afterAll(() => temporary.remove())

  /** A folder with an `electron` that ends with this exit code. */
  async function electronThatEnds(code: number): Promise<string> {
    const folder = join(temporary.folder, `electron-${code}`)
    await mkdir(folder)
    await writeFile(join(folder, 'electron'), `#!/bin/sh\nexit ${code}\n`, { mode: 0o755 })
    return folder
  }

  /** Starts, and ends with Ctrl+C what printed an address; all that was printed, and the exit code. */
  async function start(environment: Record<string, string>, ...parameters: string[]) {
    const child = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs'), '--no-open', ...parameters], {
      env: { PATH: process.env.PATH, LC_ALL: 'C', CHARSCOPE_DATA: join(temporary.folder, 'data'), ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (/http:\/\/\S+\s/.test(output) && !child.killed) child.kill('SIGINT')
    })
    const [code] = (await once(child, 'exit')) as [number | null]
    return { lines: output.trim().split('\n'), code }
  }

  const address = expect.stringMatching(/^Open the lab in your browser at http:\/\/127\.0\.0\.1:\d+\/\?token=/)
  const closing = 'Closing the lab…'

  it('opens the browser front where there is no display, says so in one sentence, and ends on Ctrl+C', async () => {
    expect(await start({})).toEqual({
      lines: ['There is no display here for a window, so the lab opens in the browser.', address, closing],
      code: 0,
    })
  })

  it('says it in Chinese where Chinese is spoken', async () => {
    const { lines } = await start({ LC_ALL: 'zh_CN.UTF-8' })
    expect(lines[0]).toBe('这里没有可用的显示器，因此在浏览器中打开实验室。')
    expect(lines[1]).toContain('请在浏览器中打开实验室')
  })

  it.each([1, 127])('opens the browser front where the window ends at once with %d', async (code) => {
    const folder = await electronThatEnds(code)
    expect(await start({ DISPLAY: ':99', ELECTRON_OVERRIDE_DIST_PATH: folder })).toEqual({
      lines: ['The window could not be opened on this system, so the lab opens in the browser.', address, closing],
      code: 0,
    })
  })

  it('ends with the window that the user has closed', async () => {
    const folder = await electronThatEnds(0)
    expect(await start({ DISPLAY: ':99', ELECTRON_OVERRIDE_DIST_PATH: folder })).toEqual({ lines: [''], code: 0 })
  })

  it('opens the browser front without a word when that was asked for', async () => {
    expect((await start({ DISPLAY: ':99' }, '--web')).lines).toEqual([address, closing])
  })
})
