import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXTERNAL_LINKS } from '#core/contract/external-links.ts'
import { malformedMessages } from '../malformed-messages.ts'
import { openDesktop, type DesktopFront } from './desktop-front.ts'
import { ELECTRON, ROOT, temporaryFolder } from './surroundings.ts'

const CLIENT = [
  'call',
  'chooseSnapshot',
  'chooseText',
  'desktop',
  'exportSnapshot',
  'hasPaneWindows',
  'on',
  'openDropped',
  'revealSnapshot',
  'saveDocument',
]

describe.skipIf(!ELECTRON)('the desktop front keeps to itself', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>
  let front: DesktopFront

  beforeAll(async () => {
    temporary = await temporaryFolder()
    front = await openDesktop(join(temporary.folder, 'data'))
    await front.page.getByRole('main').waitFor()
  })
  afterAll(async () => {
    await front?.application.close()
    await temporary?.remove()
  })

  it('serves its window and nothing else', async () => {
    const status = (address: string) =>
      front.application.evaluate(({ net }, url) => net.fetch(url).then((response) => response.status), address)
    expect(await status('app://charscope/')).toBe(200)
    for (const path of [
      '/../main/desktop.js',
      '/..%2fmain%2fdesktop.js',
      '/%2e%2e/main/desktop.js',
      '/..\\main\\desktop.js',
      '/assets/..%2f..%2f..%2fpackage.json',
      `/${join(ROOT, 'package.json')}`,
      '/missing.js',
    ]) {
      expect(await status(`app://charscope${path}`), path).toBe(404)
    }
    expect(await status('app://other/index.html')).toBe(404)
  })

  it('answers under a strict content security policy', async () => {
    const policy = await front.page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'))
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';")
    const ran = await front.page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "an inline script ran"'
      document.body.append(script)
      script.remove()
      return document.title
    })
    expect(ran).toBe('Charscope')
    await expect(front.page.evaluate(() => fetch('https://example.com/'))).rejects.toThrow('Failed to fetch')
  })

  it('gives its page the functions of LabClient and nothing of Node or Electron', async () => {
    const found = await front.page.evaluate(() => ({
      bridge: Object.keys(window.charscope ?? {}).sort(),
      foreign: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
        (name) => name in window,
      ),
    }))
    expect(found).toEqual({ bridge: CLIENT, foreign: [] })
    const preferences = await front.application.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      return (contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }).getLastWebPreferences()
    })
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
  })

  it('opens no other window and goes to no other address', async () => {
    const address = front.page.url()
    expect(await front.page.evaluate(() => window.open('https://example.com/'))).toBeNull()
    expect(await front.page.evaluate(() => window.open('app://charscope/'))).toBeNull()
    for (const elsewhere of ['https://example.com/', 'file:///etc/hostname', 'app://other/', 'data:text/html,x']) {
      await front.page.evaluate((url) => {
        const link = Object.assign(document.createElement('a'), { href: url })
        document.body.append(link)
        link.click()
        link.remove()
      }, elsewhere)
    }
    await front.page.waitForTimeout(300)
    expect(front.page.url()).toBe(address)
    const windows = await front.application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
    expect(windows).toBe(1)
  })

  it('leads out of the window to the addresses of its list alone', async () => {
    await front.application.evaluate(({ shell }) => {
      const opened: string[] = []
      Object.assign(globalThis, { opened })
      shell.openExternal = async (address) => void opened.push(address)
    })
    const listed = EXTERNAL_LINKS.effectiveness
    const addresses = [
      listed,
      `${listed}?more`,
      `${listed}/../../..`,
      listed.replace('https', 'http'),
      listed.replace('https://', 'https://someone@'),
      'https://example.com/',
      'file:///etc/passwd',
      'smb://example.com/share',
      'javascript:alert(1)',
      'app://charscope/',
    ]
    const windows = await front.page.evaluate((list) => list.map((address) => window.open(address)), addresses)
    expect(windows).toEqual(addresses.map(() => null))
    const opened = () => front.application.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
    await expect.poll(opened).toContain(listed)
    expect(await opened()).toEqual([listed])
  })

  it('lets no page embed another, fetch by another scheme, run text as code or share its memory', async () => {
    const outcome = await front.page.evaluate(async (root) => {
      const embedded = (tag: 'iframe' | 'webview' | 'object', address: string): Promise<string> => {
        const element = document.createElement(tag)
        element.setAttribute(tag === 'object' ? 'data' : 'src', address)
        document.body.append(element)
        return new Promise((resolve) =>
          setTimeout(() => {
            const inner = element instanceof HTMLIFrameElement ? element.contentDocument : null
            resolve(inner?.body?.textContent ? 'shown' : 'nothing')
            element.remove()
          }, 200),
        )
      }
      const attempt = (run: () => unknown): string => {
        try {
          run()
          return 'ran'
        } catch (error) {
          return error instanceof Error ? error.name : 'thrown'
        }
      }
      const fetched = (address: string) =>
        fetch(address).then(
          () => 'read',
          () => 'refused',
        )
      return {
        frame: await embedded('iframe', 'app://charscope/'),
        data: await embedded('iframe', 'data:text/html,inside'),
        webview: await embedded('webview', 'https://example.com/'),
        object: await embedded('object', 'app://charscope/'),
        evaluated: attempt(() => (0, eval)('1')),
        constructed: attempt(() => new Function('return 1')),
        file: await fetched(`file://${root}/package.json`),
        blob: await fetched(URL.createObjectURL(new Blob(['x']))),
        shared: typeof SharedArrayBuffer,
      }
    }, ROOT)
    expect(outcome).toEqual({
      frame: 'nothing',
      data: 'nothing',
      webview: 'nothing',
      object: 'nothing',
      evaluated: 'EvalError',
      constructed: 'EvalError',
      file: 'refused',
      blob: 'refused',
      shared: 'undefined',
    })
  })

  it('grants no permission but that of copying text', async () => {
    const states = await front.page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'clipboard-read',
        'clipboard-write',
        'midi',
      ]
      const queries = names.map((name) => navigator.permissions.query({ name: name as PermissionName }))
      const answers = await Promise.all(queries)
      return Object.fromEntries(answers.map(({ state }, i) => [names[i], state]))
    })
    expect(states).toEqual({
      geolocation: 'denied',
      notifications: 'denied',
      camera: 'denied',
      microphone: 'denied',
      'clipboard-read': 'denied',
      'clipboard-write': 'granted',
      midi: 'denied',
    })
  })

  it('answers malformed messages with an error', async () => {
    const answers = await front.page.evaluate(() => {
      const call = window.charscope?.call as unknown as (...parameters: unknown[]) => Promise<unknown>
      return Promise.all([
        call(3, {}),
        call(undefined),
        call({ toString: null }, {}),
        call('constructor', {}),
        call('__proto__', {}),
        call('runs.pause', { runId: '' }),
        call('runs.pause', { runId: 'x', more: 1 }),
        call('runs.list', null),
      ])
    })
    const malformed = { ok: false, error: { code: 'input-malformed' } }
    const unknown = { ok: false, error: { code: 'operation-unknown' } }
    expect(answers).toMatchObject([malformed, malformed, malformed, unknown, unknown, malformed, malformed, malformed])
  })

  it('refuses 10,000 malformed messages one by one, and nothing crashes', async () => {
    const messages = malformedMessages(10_000, 20_26)
    const codes = await front.page.evaluate(async (sent) => {
      const counts: Record<string, number> = {}
      for (const [name, input] of sent) {
        const answer = await window.charscope?.call(name as 'lab.describe', input as Record<string, never>)
        const code = answer?.ok === false ? answer.error.code : `accepted: ${JSON.stringify([name, input])}`
        counts[code] = (counts[code] ?? 0) + 1
      }
      return counts
    }, messages)
    expect(Object.keys(codes).sort()).toEqual(['input-malformed', 'operation-unknown'])
    expect(Object.values(codes).reduce((sum, count) => sum + count)).toBe(messages.length)
    const described = await front.page.evaluate(() => window.charscope?.call('lab.describe', {}))
    expect(described).toMatchObject({ ok: true, value: { front: 'desktop' } })
  })

  it('refuses a page that is not its own, even with the same bridge', async () => {
    const answers = await front.application.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/out/preload/preload.cjs`
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      const answersTo = async (address: string): Promise<unknown> => {
        await stranger.loadURL(address)
        return stranger.webContents.executeJavaScript(
          `charscope.call('lab.describe', {}).then(() => 'answered', String)`,
        )
      }
      const given = [await answersTo('data:text/html,<p>stranger'), await answersTo('app://charscope/')]
      stranger.destroy()
      return given
    })
    expect(answers).toEqual([expect.stringContaining('may not speak'), expect.stringContaining('may not speak')])
  })

  it('opens no file that the page only names', async () => {
    const path = join(ROOT, 'package.json')
    const answers = await front.page.evaluate((named) => {
      const open = window.charscope?.openDropped
      const file = Object.assign(new File(['x'], named), { path: named })
      return Promise.all([open?.(named), open?.({ path: named, name: named }), open?.(file), open?.(null)])
    }, path)
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'file-missing' } })
    const list = await front.page.evaluate(() => window.charscope?.call('datasets.list', {}))
    expect(list).toMatchObject({ ok: true, value: { recent: [] } })
  })
})
