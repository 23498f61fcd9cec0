import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TEXT_LIMIT_MEBIBYTES } from '#core/contract/datasets.ts'
import { startWebServer, type WebServer } from '../../../src/main/web/server.ts'
import { FakeLab } from './fake-lab.ts'
import { visit, visitFirst } from './visitor.ts'

let folder: string
let lab: FakeLab
let server: WebServer
let origin: string
let host: string
let tokenPath: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'charscope-web-'))
  await writeFile(join(folder, 'index.html'), 'the page')
})
afterAll(() => rm(folder, { recursive: true }))

beforeEach(async () => {
  lab = new FakeLab()
  server = await startWebServer({ lab: lab.asLab(), folder, port: 0 })
  const address = new URL(server.address)
  origin = address.origin
  host = address.host
  tokenPath = address.pathname + address.search
})
afterEach(() => server.close())

describe('the address', () => {
  it('is of loopback and carries a token of 256 bits', () => {
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
  })

  it('gives a session for the token, and the page for the session', async () => {
    const first = await visit(origin, tokenPath)
    expect(first).toMatchObject({ status: 303, headers: { location: '/' } })
    expect(first.headers['set-cookie']?.[0]).toMatch(/^charscope-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    const cookie = first.headers['set-cookie']![0]!.split(';')[0]!
    for (let reload = 0; reload < 2; reload++) {
      expect(await visit(origin, '/', { headers: { cookie } })).toMatchObject({ status: 200, text: 'the page' })
    }
  })

  it('works once: the next visitor is told what to do, the one with the session is let in', async () => {
    const cookie = await visitFirst(server.address)
    const second = await visit(origin, tokenPath)
    expect(second.status).toBe(403)
    expect(second.headers['set-cookie']).toBeUndefined()
    expect(second.text).toContain('npm start')
    expect(second.text).not.toContain('the page')
    expect(await visit(origin, tokenPath, { headers: { cookie } })).toMatchObject({ status: 303 })
  })

  it('is not used up by looking at its headers, nor by a wrong token', async () => {
    expect((await visit(origin, tokenPath, { method: 'HEAD' })).status).toBe(403)
    expect((await visit(origin, `${tokenPath}x`)).status).toBe(403)
    expect((await visit(origin, `/?token=${'A'.repeat(43)}`)).status).toBe(403)
    expect((await visit(origin, tokenPath)).status).toBe(303)
  })

  it.each(['', 'charscope-1=x', 'other=1; charscope=2'])('is needed: the cookie %j opens nothing', async (cookie) => {
    for (const path of ['/', '/index.html', '/texts', '/missing.js']) {
      expect((await visit(origin, path, { headers: { cookie } })).status).toBe(403)
    }
  })
})

describe('who asks', () => {
  it.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', 'localhost.evil.example', '192.168.0.5'])(
    'is refused under the name %j',
    async (name) => {
      expect((await visit(origin, tokenPath, { headers: { host: name } })).status).toBe(403)
      const cookie = await visitFirst(server.address)
      expect((await visit(origin, '/', { headers: { cookie, host: name } })).status).toBe(403)
    },
  )

  it.each(['localhost:8080', '[::1]:8080', '127.0.0.1'])('is welcome through a tunnel as %s', async (name) => {
    const cookie = await visitFirst(server.address)
    expect((await visit(origin, '/', { headers: { cookie, host: name } })).status).toBe(200)
  })

  it('is refused when another page makes the request, and never told that it may', async () => {
    const cookie = await visitFirst(server.address)
    for (const other of ['http://evil.example', 'http://127.0.0.1:1', `https://${host}`, 'null']) {
      const answer = await visit(origin, '/', { headers: { cookie, origin: other } })
      expect(answer.status).toBe(403)
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })
})

describe('what is served', () => {
  it('comes under a strict policy that admits the lab’s own socket', async () => {
    const { headers } = await visit(origin, '/', { headers: { cookie: await visitFirst(server.address) } })
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['content-security-policy']).toContain(`connect-src 'self' ws://${host};`)
  })

  it.each(['/../secret.html', '/%2e%2e/secret.html', '/..%2fsecret.html', '/assets/../../secret.html', '/missing.js'])(
    'does not include %s',
    async (path) => {
      const secret = join(dirname(folder), 'secret.html')
      await writeFile(secret, 'secret')
      const cookie = await visitFirst(server.address)
      const answer = await visit(origin, path, { headers: { cookie } })
      await rm(secret)
      expect(answer).toMatchObject({ status: 404, text: '' })
    },
  )

  it.each(['//evil.example/', 'http://evil.example/', '*', '/\\'])('does not include the target %s', async (path) => {
    const headers = { cookie: await visitFirst(server.address) }
    expect((await visit(origin, path, { headers })).status).toBeGreaterThanOrEqual(400)
  })

  it('is for reading: other methods are refused', async () => {
    const headers = { cookie: await visitFirst(server.address), origin }
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'POST']) {
      expect((await visit(origin, '/', { method, headers })).status).toBe(405)
    }
  })
})

describe('a text by POST', () => {
  const post = async (path: string, body: Buffer | Iterable<Buffer>, from = origin) =>
    visit(origin, path, { method: 'POST', body, headers: { cookie: await visitFirst(server.address), origin: from } })

  it('reaches the lab with its bytes as they are and its name without a folder', async () => {
    const bytes = Buffer.from([0, 255, 13, 10, 0xef, 0xbb])
    const answer = await post(`/texts?name=${encodeURIComponent('C:\\texts/诗.txt')}`, bytes)
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.text)).toEqual({ ok: true, value: { fileName: '诗.txt' } })
    expect(lab.imports).toEqual([{ fileName: '诗.txt', bytes }])
  })

  it.each(['/texts', '/texts?name=', '/texts?name=a%2f', `/texts?name=${'a'.repeat(256)}`])(
    'is refused without a sensible name: %s',
    async (path) => {
      const answer = await post(path, Buffer.from('text'))
      expect(answer.status).toBe(400)
      expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'input-malformed' } })
      expect(lab.imports).toEqual([])
    },
  )

  it('is refused from another page, and from a page that does not say which it is', async () => {
    expect((await post('/texts?name=a', Buffer.from('text'), 'http://evil.example')).status).toBe(403)
    const headers = { cookie: await visitFirst(server.address) }
    expect((await visit(origin, '/texts?name=a', { method: 'POST', body: Buffer.from('text'), headers })).status).toBe(
      403,
    )
    expect(lab.imports).toEqual([])
  })

  it.each(['announced', 'in chunks'])('is taken up to the limit and refused one byte beyond it, %s', async (way) => {
    const sent = (size: number): Buffer | Buffer[] => {
      const half = Math.floor(size / 2)
      return way === 'announced' ? Buffer.alloc(size) : [Buffer.alloc(half), Buffer.alloc(size - half)]
    }
    const limit = TEXT_LIMIT_MEBIBYTES * 2 ** 20
    const cookie = await visitFirst(server.address)
    const send = (size: number) =>
      visit(origin, '/texts?name=a.txt', { method: 'POST', body: sent(size), headers: { cookie, origin } })
    expect((await send(limit)).status).toBe(200)
    expect(lab.imports[0]?.bytes.length).toBe(limit)
    const beyond = await send(limit + 1)
    expect(beyond.status).toBe(413)
    expect(JSON.parse(beyond.text)).toEqual({
      ok: false,
      error: {
        code: 'text-too-large',
        parameters: { file: 'a.txt', mebibytes: TEXT_LIMIT_MEBIBYTES + 1, limit: TEXT_LIMIT_MEBIBYTES },
      },
    })
    expect(lab.imports).toHaveLength(1)
  })
})
