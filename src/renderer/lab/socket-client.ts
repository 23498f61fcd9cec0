// The lab over a web socket, for the browser front: numbered calls with their answers, and events that are acknowledged
// one by one so that a slow window never falls behind. Files go over plain HTTP.
import type { ErrorValue } from '#core/contract/errors.ts'
import type {
  LabClient,
  LabEventName,
  LabEvents,
  OpenedFile,
  Result,
  SavedDocument,
} from '#core/contract/operations.ts'
import type { SnapshotFormat } from '#core/contract/snapshots.ts'
import { chooseFile } from './choose-file.ts'

const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 8000
const DOWNLOAD_BEGUN_MS = 10_000
const SNAPSHOT_ENDINGS = '.npz,.pkl,.pickle'
const CONNECTION_LOST: ErrorValue = { code: 'connection-lost', parameters: {} }

interface Answer {
  id: number
  result: Result<unknown>
}
interface EventMessage {
  event: LabEventName
  payload: unknown
  sequence: number
}

interface SocketOptions {
  url: string
  /** Told once when the first connection stands, and of every change after that. */
  onConnectionChange: (connected: boolean) => void
}

/** A client that connects again by itself; while it cannot, every call answers `connection-lost`. */
export function createSocketClient({ url, onConnectionChange }: SocketOptions): LabClient {
  const pending = new Map<number, (result: Result<unknown>) => void>()
  const listeners = new Map<LabEventName, Set<(payload: unknown) => void>>()
  let unsent: string[] = []
  let lastId = 0
  let retryMs = FIRST_RETRY_MS
  let socket = connect()

  function connect(): WebSocket {
    const next = new WebSocket(url)
    next.addEventListener('open', () => {
      retryMs = FIRST_RETRY_MS
      for (const message of unsent) next.send(message)
      unsent = []
      onConnectionChange(true)
    })
    next.addEventListener('message', ({ data }) => receive(next, JSON.parse(String(data)) as Answer | EventMessage))
    next.addEventListener('close', () => {
      unsent = []
      for (const resolve of pending.values()) resolve({ ok: false, error: CONNECTION_LOST })
      pending.clear()
      onConnectionChange(false)
      setTimeout(() => (socket = connect()), retryMs)
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
    })
    return next
  }

  function receive(from: WebSocket, message: Answer | EventMessage): void {
    if ('event' in message) {
      for (const listener of listeners.get(message.event) ?? []) listener(message.payload)
      from.send(JSON.stringify({ acknowledge: message.sequence }))
      return
    }
    pending.get(message.id)?.(message.result)
    pending.delete(message.id)
  }

  function call(name: string, input: unknown): Promise<Result<unknown>> {
    if (socket.readyState > WebSocket.OPEN) return Promise.resolve({ ok: false, error: CONNECTION_LOST })
    const id = ++lastId
    const message = JSON.stringify({ id, call: name, input })
    if (socket.readyState === WebSocket.OPEN) socket.send(message)
    else unsent.push(message)
    return new Promise((resolve) => pending.set(id, resolve))
  }

  function on<Name extends LabEventName>(name: Name, listener: (event: LabEvents[Name]) => void): () => void {
    const ofName = listeners.get(name) ?? new Set()
    listeners.set(name, ofName)
    const untyped = listener as (payload: unknown) => void
    ofName.add(untyped)
    return () => void ofName.delete(untyped)
  }

  async function chooseAndUpload<Value>(path: string, accept?: string): Promise<Result<Value> | null> {
    const file = await chooseFile(accept)
    return file && (await upload<Value>(path, file))
  }

  return {
    call: call as LabClient['call'],
    on,
    hasPaneWindows: false,
    chooseText: () => chooseAndUpload('/texts'),
    chooseSnapshot: () => chooseAndUpload('/files', SNAPSHOT_ENDINGS),
    openDropped: (file) => upload<OpenedFile>('/files', file as File),
    exportSnapshot: (snapshotId, format) => Promise.resolve(download(snapshotId, format)),
    saveDocument: (document) => Promise.resolve(offerDownload(document)),
    revealSnapshot: null,
    desktop: null,
  }
}

/** The browser takes the bytes from the lab by itself and keeps them where it keeps downloads. */
function download(snapshotId: string, format: SnapshotFormat): Result<boolean> {
  const link = document.createElement('a')
  link.href = `/snapshots/${encodeURIComponent(snapshotId)}?format=${format}`
  link.download = ''
  link.click()
  return { ok: true, value: true }
}

/** A browser saves by itself, where it keeps downloads or where it asks. */
function offerDownload({ fileName, content }: SavedDocument): Result<boolean> {
  const address = URL.createObjectURL(new Blob([content]))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The download has its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), DOWNLOAD_BEGUN_MS)
  return { ok: true, value: true }
}

async function upload<Value>(path: string, file: File): Promise<Result<Value>> {
  try {
    const response = await fetch(`${path}?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file })
    return (await response.json()) as Result<Value>
  } catch {
    return { ok: false, error: await uploadError(file) }
  }
}

/** A folder can be dropped like a file, but its bytes cannot be read; only then is the connection not to blame. */
async function uploadError(file: File): Promise<ErrorValue> {
  try {
    await file.slice(0, 1).arrayBuffer()
    return CONNECTION_LOST
  } catch {
    return { code: 'file-is-folder', parameters: { file: file.name } }
  }
}
