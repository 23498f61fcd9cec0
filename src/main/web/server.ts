// The lab to a browser of this machine: checks who asks, and hands files, texts and sockets to those who serve them.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { SNAPSHOT_FORMATS } from '#core/contract/snapshots.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { errorValueOf } from '#lab/lab-error.ts'
import { readWindowFile, windowHeaders } from '#lab/window-files.ts'
import { REFUSAL_PAGE, REFUSAL_POLICY } from './refusal-page.ts'
import { hasLoopbackHost, isFromOtherPage, isFromOwnPage } from './request-checks.ts'
import { Session } from './session.ts'
import { serveSocket } from './socket.ts'
import { DEFAULT_PATIENCE, dropSilentSockets, type Patience } from './slow-clients.ts'
import { readUpload } from './text-upload.ts'

const LOOPBACK = '127.0.0.1'
// Calls are small; texts come by POST.
const FRAME_LIMIT_BYTES = 256 * 1024

export interface WebServerOptions {
  lab: Lab
  /** The built window. */
  folder: string
  /** 0 for any free one. */
  port: number
  patience?: Patience
}

export interface WebServer {
  /** What to open in a browser, once. */
  address: string
  /** Ends every connection. */
  close(): Promise<void>
}

/** Listens on loopback alone. Rejects with the system's error when the port cannot be had. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const { lab, folder, port, patience = DEFAULT_PATIENCE } = options
  const http = createServer(patience.http)
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, LOOPBACK, resolve)
  })
  const session = new Session((http.address() as AddressInfo).port)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: FRAME_LIMIT_BYTES })
  http.on('request', (request, response) => {
    respond(request, response).catch((error: unknown) => fail(response, error))
  })
  http.on('upgrade', upgrade)
  const endDropping = dropSilentSockets(sockets, patience.silenceMs)

  return {
    address: `http://${LOOPBACK}:${(http.address() as AddressInfo).port}/?token=${session.token}`,
    close: async () => {
      endDropping()
      const closed = new Promise((resolve) => http.close(resolve))
      for (const socket of sockets.clients) socket.terminate()
      http.closeAllConnections()
      await closed
    },
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { headers, method } = request
    const url = urlOf(request)
    if (!url || !hasLoopbackHost(headers) || isFromOtherPage(headers)) return refuse(response)
    const token = url.pathname === '/' ? url.searchParams.get('token') : null
    if (!session.isHeldBy(headers.cookie)) {
      const cookie = token !== null && method === 'GET' ? session.redeem(token) : null
      return cookie ? redirect(response, { 'Set-Cookie': cookie }) : refuse(response)
    }
    if (token !== null) return redirect(response)
    if (method === 'POST' && url.pathname === '/texts') return takeUpload(request, response, url, lab.importText)
    if (method === 'POST' && url.pathname === '/files') return takeUpload(request, response, url, lab.importFile)
    const snapshotId = method === 'GET' ? snapshotIdOf(url) : null
    if (snapshotId !== null) return sendSnapshot(response, snapshotId, url.searchParams.get('format'))
    if (method === 'GET' || method === 'HEAD') return sendFile(response, url, `ws://${headers.host}`)
    response.writeHead(405, { ...windowHeaders(), Allow: 'GET, HEAD' }).end()
  }

  async function sendFile(response: ServerResponse, url: URL, socketOrigin: string): Promise<void> {
    const file = await readWindowFile(folder, url.pathname)
    // Not every browser takes 'self' to include the web socket of the same host.
    const common = { ...windowHeaders([socketOrigin]), 'Cache-Control': 'no-cache' }
    if (!file) return void response.writeHead(404, common).end()
    const length = file.bytes.byteLength
    response.writeHead(200, { ...common, 'Content-Type': file.contentType, 'Content-Length': length }).end(file.bytes)
  }

  async function takeUpload(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    take: (fileName: string, bytes: Uint8Array) => Promise<unknown>,
  ): Promise<void> {
    if (!isFromOwnPage(request.headers)) return refuse(response)
    const upload = await readUpload(request, url)
    if (upload.ok) sendJson(response, 200, await take(upload.fileName, upload.bytes))
    else sendJson(response, upload.status, { ok: false, error: upload.error })
  }

  async function sendSnapshot(response: ServerResponse, snapshotId: string, asked: string | null): Promise<void> {
    const format = SNAPSHOT_FORMATS.find((known) => known === asked) ?? 'npz'
    const encoded = await lab.encodeSnapshot(snapshotId, format)
    if (!encoded.ok) return sendJson(response, 404, encoded)
    const { fileName, bytes } = encoded.value
    response
      .writeHead(200, {
        ...windowHeaders(),
        'Cache-Control': 'no-store',
        'Content-Type': 'application/octet-stream',
        'Content-Length': bytes.byteLength,
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      })
      .end(bytes)
  }

  function upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): void {
    const { headers } = request
    const isWelcome =
      urlOf(request)?.pathname === '/lab' &&
      hasLoopbackHost(headers) &&
      isFromOwnPage(headers) &&
      session.isHeldBy(headers.cookie)
    if (isWelcome) sockets.handleUpgrade(request, connection, head, (socket) => serveSocket(socket, lab))
    else connection.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  }
}

function urlOf({ url = '' }: IncomingMessage): URL | null {
  const base = `http://${LOOPBACK}`
  return url.startsWith('/') && !url.startsWith('//') && URL.canParse(url, base) ? new URL(url, base) : null
}

/** The snapshot that `/snapshots/<id>` asks for; null for any other path. */
function snapshotIdOf({ pathname }: URL): string | null {
  const [, id] = /^\/snapshots\/([^/]+)$/.exec(pathname) ?? []
  try {
    return id === undefined ? null : decodeURIComponent(id)
  } catch {
    return null
  }
}

function redirect(response: ServerResponse, headers: Record<string, string> = {}): void {
  response.writeHead(303, { ...windowHeaders(), ...headers, 'Cache-Control': 'no-store', Location: '/' }).end()
}

function refuse(response: ServerResponse): void {
  const type = 'text/html; charset=utf-8'
  const headers = { ...windowHeaders(), 'Content-Security-Policy': REFUSAL_POLICY, 'Content-Type': type }
  response.writeHead(403, { ...headers, 'Cache-Control': 'no-store' }).end(REFUSAL_PAGE)
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { ...windowHeaders(), 'Content-Type': 'application/json' }).end(JSON.stringify(value))
}

function fail(response: ServerResponse, error: unknown): void {
  // A connection that broke needs no answer and is no fault of ours.
  if (response.destroyed || !response.socket) return
  console.error(error)
  if (!response.headersSent) sendJson(response, 500, { ok: false, error: errorValueOf(error) })
}
