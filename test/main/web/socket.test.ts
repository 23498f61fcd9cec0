import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_PREFERENCES } from '#core/contract/preferences.ts'
import { startWebServer, type WebServer } from '../../../src/main/web/server.ts'
import { FakeLab } from './fake-lab.ts'
import { Listener, visitFirst } from './visitor.ts'

let folder: string
let lab: FakeLab
let server: WebServer
let origin: string
let cookie: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'charscope-web-'))
  lab = new FakeLab()
  server = await startWebServer({ lab: lab.asLab(), folder, port: 0 })
  origin = new URL(server.address).origin
  cookie = await visitFirst(server.address)
})
afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const connect = (): Promise<Listener> => Listener.connect(origin, { cookie, origin })

describe('the connection', () => {
  it.each([
    ['without a cookie', () => ({ origin })],
    ['with a wrong cookie', () => ({ origin, cookie: `${cookie}x` })],
    ['without an origin', () => ({ cookie })],
    ['from another page', () => ({ cookie, origin: 'http://evil.example' })],
    ['from another port', () => ({ cookie, origin: 'http://127.0.0.1:1' })],
    ['under another name', () => ({ cookie, origin: 'http://evil.example', host: 'evil.example' })],
  ])('is refused %s', async (_, headers) => {
    await expect(Listener.connect(origin, headers() as Record<string, string>)).rejects.toThrow('403')
  })

  it('is refused at any other path', async () => {
    await expect(Listener.connect(origin, { cookie, origin }, '/')).rejects.toThrow('403')
  })

  it('ends with the server', async () => {
    const closed = (await connect()).closed()
    await server.close()
    await closed
    server = await startWebServer({ lab: lab.asLab(), folder, port: 0 })
  })
})

describe('calls', () => {
  it('are answered by their number', async () => {
    const listener = await connect()
    listener.send({ id: 7, call: 'runs.pause', input: { runId: 'a' } })
    expect(await listener.received(1)).toEqual([
      { id: 7, result: { ok: true, value: { name: 'runs.pause', input: { runId: 'a' } } } },
    ])
  })

  it('that are malformed are answered when they have a number and dropped when they have none', async () => {
    const listener = await connect()
    const dropped = [
      '',
      'no JSON',
      '{',
      '[]',
      'null',
      '3',
      '{"call":"x"}',
      '{"id":"1","call":"x"}',
      '{"acknowledge":{}}',
    ]
    for (const text of dropped) listener.socket.send(text)
    listener.socket.send(Buffer.from('{"id":1,"call":"runs.list","input":{}}'))
    listener.send({ id: 2, call: 3, input: {} })
    listener.send({ id: 3, call: 'runs.list', input: {}, more: true })
    listener.send({ id: 4, call: 'runs.list', input: {} })
    const refusal = { ok: false, error: { code: 'input-malformed' } }
    expect(await listener.received(3)).toMatchObject([
      { id: 2, result: refusal },
      { id: 3, result: refusal },
      { id: 4, result: { ok: true } },
    ])
    expect(lab.calls).toEqual([{ name: 'runs.list', input: {} }])
  })

  it('that are too large close the connection and nothing else', async () => {
    const [large, other] = [await connect(), await connect()]
    const closed = large.closed()
    large.send({ id: 1, call: 'runs.list', input: 'a'.repeat(300 * 1024) })
    expect(await closed).toBe(1009)
    other.send({ id: 1, call: 'runs.list', input: {} })
    expect(await other.received(1)).toHaveLength(1)
  })

  it('are not read faster than they are answered', async () => {
    let open = (): void => {}
    lab.gate = new Promise((resolve) => (open = resolve))
    const listener = await connect()
    // Large enough that they do not all arrive in one piece, which is read to its end.
    for (let id = 0; id < 200; id++) listener.send({ id, call: 'runs.list', input: 'a'.repeat(20_000) })
    const other = await connect()
    other.send({ id: 0, call: 'lab.describe', input: {} })
    while (!lab.calls.some(({ name }) => name === 'lab.describe'))
      await new Promise((resolve) => setTimeout(resolve, 5))
    expect(lab.calls.length).toBeLessThan(200)
    open()
    const answers = (await listener.received(200)) as { id: number }[]
    expect(new Set(answers.map(({ id }) => id)).size).toBe(200)
  })
})

describe('events', () => {
  it('go to every window, the next one when the last was acknowledged', async () => {
    const [quick, slow] = [await connect(), await connect()]
    // A call and its answer, so that the server has surely begun to serve both.
    for (const listener of [quick, slow]) {
      listener.send({ id: 0, call: 'runs.list', input: {} })
      await listener.received(1)
    }
    const preferences = (theme: 'light' | 'dark' | 'system') => ({ ...DEFAULT_PREFERENCES, theme })
    lab.events.emit('preferences.changed', preferences('light'))
    expect((await quick.received(2))[1]).toEqual({
      event: 'preferences.changed',
      payload: preferences('light'),
      sequence: 1,
    })
    quick.send({ acknowledge: 1 })
    quick.send({ id: 1, call: 'runs.list', input: {} })
    await quick.received(3)
    lab.events.emit('preferences.changed', preferences('dark'))
    expect((await quick.received(4))[3]).toMatchObject({ payload: { theme: 'dark' }, sequence: 2 })
    lab.events.emit('preferences.changed', preferences('system'))

    await slow.received(2)
    slow.send({ acknowledge: 1 })
    expect((await slow.received(3))[2]).toMatchObject({ payload: { theme: 'system' }, sequence: 2 })
  })
})
