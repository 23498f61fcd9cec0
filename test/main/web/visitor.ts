// A browser without a browser: raw HTTP requests and sockets in which every header, also Host and Origin, can be wrong.
import { request, type IncomingHttpHeaders } from 'node:http'
import { WebSocket } from 'ws'

interface Visit {
  method?: string
  headers?: Record<string, string>
  /** Chunks are sent without a length; a single buffer with one. */
  body?: Buffer | Iterable<Buffer>
}

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

/** Sends the path as it stands: nothing tidies up `..` as a browser would. */
export function visit(
  origin: string,
  path: string,
  { method = 'GET', headers = {}, body }: Visit = {},
): Promise<Answer> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: String(Buffer.concat(chunks)) })
      })
    })
    outgoing.on('error', reject)
    if (body instanceof Buffer) outgoing.end(body)
    else {
      for (const chunk of body ?? []) outgoing.write(chunk)
      outgoing.end()
    }
  })
}

/** Opens the address with the token; the cookie that came for it. */
export async function visitFirst(address: string): Promise<string> {
  const { origin, pathname, search } = new URL(address)
  const { headers } = await visit(origin, pathname + search)
  return (headers['set-cookie']?.[0] ?? '').split(';')[0] ?? ''
}

/** A socket that keeps what it is sent. */
export class Listener {
  readonly messages: unknown[] = []
  readonly #arrivals = new Set<() => void>()

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data) => {
      this.messages.push(JSON.parse(String(data)))
      for (const arrival of this.#arrivals) arrival()
    })
  }

  /** @throws when the server refuses the connection */
  static connect(origin: string, headers: Record<string, string>, path = '/lab'): Promise<Listener> {
    const socket = new WebSocket(origin.replace('http', 'ws') + path, { headers })
    const listener = new Listener(socket)
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve(listener))
      socket.once('error', reject)
    })
  }

  send(message: unknown): void {
    this.socket.send(JSON.stringify(message))
  }

  /** Waits until so many messages have arrived; gives all of them. */
  async received(count: number): Promise<unknown[]> {
    while (this.messages.length < count) {
      await new Promise<void>((resolve) => this.#arrivals.add(resolve))
    }
    return this.messages
  }

  /** The code with which the server closes the connection. */
  closed(): Promise<number> {
    return new Promise((resolve) => this.socket.once('close', resolve))
  }
}
