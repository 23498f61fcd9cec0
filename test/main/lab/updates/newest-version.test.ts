// Looking for a new version, against a real server of this machine: what it may answer, and what it does instead.
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { isNewer, newestVersion } from '#lab/updates/newest-version.ts'
import { LabError } from '#lab/lab-error.ts'

const servers: Server[] = []

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/newest.json`
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

const saying =
  (body: string, status = 200): RequestListener =>
  (_, response) =>
    void response.writeHead(status, { 'Content-Type': 'application/json' }).end(body)

const codeOf = async (asked: Promise<string>): Promise<string> =>
  asked.then(
    (version) => `answered ${version}`,
    (error: unknown) => (error instanceof LabError ? error.value.code : String(error)),
  )

describe('newestVersion', () => {
  it('takes the number that is named, and sends nothing that tells who asks', async () => {
    let headers: Record<string, unknown> = {}
    const address = await serve((request, response) => {
      headers = request.headers
      saying('{"version":"1.12.3","notes":"anything"}')(request, response)
    })
    expect(await newestVersion([address])).toBe('1.12.3')
    expect(Object.keys(headers).sort()).toEqual(
      ['accept', 'accept-encoding', 'accept-language', 'connection', 'host', 'sec-fetch-mode', 'user-agent'].sort(),
    )
    expect(headers['user-agent']).toBe('node')
  })

  it('asks the next place where one does not answer', async () => {
    const gone = await serve(saying('', 404))
    const closed = 'http://127.0.0.1:1/newest.json'
    const there = await serve(saying('{"version":"2.0.0"}'))
    expect(await newestVersion([closed, gone, there])).toBe('2.0.0')
    expect(await codeOf(newestVersion([closed, gone]))).toBe('update-unreachable')
    expect(await codeOf(newestVersion([]))).toBe('update-unreachable')
  })

  it.each([
    ['no JSON', '<html>Log in to the campus network</html>'],
    ['another shape', '{"versions":["1.0.0"]}'],
    ['a version that is none', '{"version":"1.0"}'],
    ['a version with something in it', '{"version":"1.0.0\\u0000"}'],
    ['more than a version takes', JSON.stringify({ version: '1.0.0', notes: 'x'.repeat(20_000) })],
  ])('refuses %s', async (_, body) => {
    expect(await codeOf(newestVersion([await serve(saying(body))]))).toBe('update-malformed')
  })

  it('gives up on what never ends and on what never begins', async () => {
    const endless = await serve((_, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write(' '.repeat(1000)), 1)
      response.on('close', () => clearInterval(timer))
    })
    expect(await codeOf(newestVersion([endless]))).toBe('update-malformed')
    const silent = await serve(() => undefined)
    expect(await codeOf(newestVersion([silent], 100))).toBe('update-unreachable')
  })

  it('follows where it is sent, but not to what is not encrypted, and not for ever', async () => {
    const there = await serve(saying('{"version":"3.1.0"}'))
    const to =
      (location: string): RequestListener =>
      (_, response) =>
        void response.writeHead(302, { location }).end()
    expect(await newestVersion([await serve(to(there))])).toBe('3.1.0')
    expect(await codeOf(newestVersion([await serve(to('http://example.invalid/newest.json'))]))).toBe(
      'update-unreachable',
    )
    expect(await codeOf(newestVersion([await serve(to('file:///etc/hostname'))]))).toBe('update-unreachable')
    let asked = 0
    const round = await serve((request, response) => {
      asked++
      to('/newest.json')(request, response)
    })
    expect(await codeOf(newestVersion([round]))).toBe('update-unreachable')
    expect(asked).toBe(4)
  })

  it('asks nobody without encryption but this machine', async () => {
    expect(await codeOf(newestVersion(['http://example.invalid/newest.json']))).toBe('update-unreachable')
  })
})

describe('isNewer', () => {
  it.each([
    ['0.2.0', '0.1.0', true],
    ['0.10.0', '0.9.9', true],
    ['1.0.0', '0.99.99', true],
    ['0.1.1', '0.1.0', true],
    ['0.1.0', '0.1.0', false],
    ['0.1.0', '0.1.1', false],
    ['0.9.9', '0.10.0', false],
  ])('of %s against %s: %s', (version, current, expected) => {
    expect(isNewer(version, current)).toBe(expected)
  })
})
