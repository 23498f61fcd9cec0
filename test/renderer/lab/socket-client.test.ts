import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSocketClient } from '../../../src/renderer/lab/socket-client.ts'

class FakeSocket extends EventTarget {
  static readonly OPEN = 1
  static all: FakeSocket[] = []
  readyState = 0
  sent: unknown[] = []

  constructor(readonly url: string) {
    super()
    FakeSocket.all.push(this)
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text))
  }

  open(): void {
    this.readyState = FakeSocket.OPEN
    this.dispatchEvent(new Event('open'))
  }

  receive(message: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }))
  }

  drop(): void {
    this.readyState = 3
    this.dispatchEvent(new Event('close'))
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  FakeSocket.all = []
  vi.stubGlobal('WebSocket', FakeSocket)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function connected() {
  const changes: boolean[] = []
  const client = createSocketClient({ url: 'ws://lab', onConnectionChange: (isConnected) => changes.push(isConnected) })
  const [socket] = FakeSocket.all
  if (!socket) throw new Error('no socket was made')
  return { client, changes, socket }
}

test('calls are numbered, wait for the connection, and get their own answers', async () => {
  const { client, socket } = connected()
  const first = client.call('runs.list', {})
  const second = client.call('datasets.list', {})
  expect(socket.sent).toEqual([])
  socket.open()
  expect(socket.sent).toEqual([
    { id: 1, call: 'runs.list', input: {} },
    { id: 2, call: 'datasets.list', input: {} },
  ])
  socket.receive({ id: 2, result: { ok: true, value: 'second' } })
  socket.receive({ id: 1, result: { ok: true, value: 'first' } })
  expect(await first).toEqual({ ok: true, value: 'first' })
  expect(await second).toEqual({ ok: true, value: 'second' })
})

test('an event is acknowledged after it was taken', () => {
  const { client, socket } = connected()
  socket.open()
  const seen: unknown[] = []
  const end = client.on('runs.changed', (runs) => seen.push([...runs, socket.sent.length]))
  socket.receive({ event: 'runs.changed', payload: ['a'], sequence: 7 })
  expect(seen).toEqual([['a', 0]])
  expect(socket.sent).toEqual([{ acknowledge: 7 }])
  end()
  socket.receive({ event: 'runs.changed', payload: ['b'], sequence: 8 })
  expect(seen.length).toBe(1)
  expect(socket.sent.at(-1)).toEqual({ acknowledge: 8 })
})

test('a lost connection answers what waits, refuses what comes, and is tried again ever less often', async () => {
  const { client, changes, socket } = connected()
  const lost = { ok: false, error: { code: 'connection-lost', parameters: {} } }
  socket.open()
  const waiting = client.call('runs.list', {})
  socket.drop()
  expect(await waiting).toEqual(lost)
  expect(await client.call('runs.list', {})).toEqual(lost)
  vi.advanceTimersByTime(499)
  expect(FakeSocket.all.length).toBe(1)
  vi.advanceTimersByTime(1)
  expect(FakeSocket.all.length).toBe(2)
  FakeSocket.all[1]?.drop()
  vi.advanceTimersByTime(999)
  expect(FakeSocket.all.length).toBe(2)
  vi.advanceTimersByTime(1)
  FakeSocket.all[2]?.open()
  expect(changes).toEqual([true, false, false, true])
  const answered = client.call('runs.list', {})
  FakeSocket.all[2]?.receive({ id: 2, result: { ok: true, value: [] } })
  expect(await answered).toEqual({ ok: true, value: [] })
})
