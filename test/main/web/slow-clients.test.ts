import { connect, type Socket } from 'node:net'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { startWebServer, type WebServer } from '../../../src/main/web/server.ts'
import { FakeLab } from './fake-lab.ts'
import { Listener, visit, visitFirst } from './visitor.ts'

const PATIENCE = {
  http: { headersTimeout: 100, requestTimeout: 200, keepAliveTimeout: 100, connectionsCheckingInterval: 20 },
  silenceMs: 60,
}

let lab: FakeLab
let server: WebServer
let origin: string
let cookie: string

beforeEach(async () => {
  lab = new FakeLab()
  server = await startWebServer({ lab: lab.asLab(), folder: import.meta.dirname, port: 0, patience: PATIENCE })
  origin = new URL(server.address).origin
  cookie = await visitFirst(server.address)
})
afterEach(() => server.close())

/** A raw connection that has sent `start`, goes on with a byte every few milliseconds, and what it was answered. */
async function drip(start: string): Promise<string> {
  const { hostname, port } = new URL(origin)
  const socket: Socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  let answer = ''
  socket.setEncoding('utf8').on('data', (text: string) => (answer += text))
  socket.on('error', () => {})
  socket.write(start)
  const timer = setInterval(() => socket.write('a'), 15)
  onTestFinished(() => void socket.destroy())
  await once(socket, 'close')
  clearInterval(timer)
  return answer
}

describe('a client that never comes to an end', () => {
  it('with its headers is dropped', async () => {
    expect(await drip('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ')).toContain('408')
  })

  it('with its body is dropped, and its text never taken', async () => {
    const headers = `Host: ${new URL(origin).host}\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\nContent-Length: 5000`
    expect(await drip(`POST /texts?name=a.txt HTTP/1.1\r\n${headers}\r\n\r\n`)).not.toContain('200 OK')
    expect(lab.imports).toEqual([])
    expect((await visit(origin, '/missing.js', { headers: { cookie } })).status).toBe(404)
  })
})

describe('a page on a socket', () => {
  it('that gives no sign of life is dropped', async () => {
    const listener = await Listener.connect(origin, { cookie, origin })
    const closed = listener.closed()
    listener.socket.pause()
    // A paused socket reads no ping, so it does not answer one; it hears of its end when it reads again.
    await new Promise((resolve) => setTimeout(resolve, 4 * PATIENCE.silenceMs))
    listener.socket.resume()
    expect(await closed).toBe(1006)
  })

  it('that answers is kept, however long it says nothing', async () => {
    const listener = await Listener.connect(origin, { cookie, origin })
    await new Promise((resolve) => setTimeout(resolve, 6 * PATIENCE.silenceMs))
    listener.send({ id: 1, call: 'runs.list', input: {} })
    expect(await listener.received(1)).toMatchObject([{ id: 1, result: { ok: true } }])
  })
})
