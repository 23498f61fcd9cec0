// How long the server waits for those who say nothing. Without this a client that sends a byte a minute, or a page whose
// machine fell asleep, would hold its connection for ever. What a page that reads slowly costs is bounded by its outbox.
import type { ServerOptions } from 'node:http'
import type { WebSocket, WebSocketServer } from 'ws'

export interface Patience {
  http: Pick<ServerOptions, 'headersTimeout' | 'requestTimeout' | 'keepAliveTimeout' | 'connectionsCheckingInterval'>
  /** A socket that answers no ping for so long is dropped. */
  silenceMs: number
}

export const DEFAULT_PATIENCE: Patience = {
  http: {
    headersTimeout: 10_000,
    // Long enough for the largest text through a tunnel.
    requestTimeout: 120_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 5_000,
  },
  silenceMs: 30_000,
}

/**
 * Asks every socket for a sign of life once in `silenceMs`, and drops those that gave none since the last time.
 *
 * @returns the function that ends it
 */
export function dropSilentSockets(server: WebSocketServer, silenceMs: number): () => void {
  const asked = new WeakSet<WebSocket>()
  const timer = setInterval(() => {
    for (const socket of server.clients) {
      if (asked.has(socket)) {
        socket.terminate()
        continue
      }
      asked.add(socket)
      socket.once('pong', () => asked.delete(socket))
      socket.ping()
    }
  }, silenceMs)
  timer.unref()
  return () => clearInterval(timer)
}
