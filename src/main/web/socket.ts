// One page's web socket: calls with their answers, events with their acknowledgements. The client's end is
// renderer/lab/socket-client.ts. What a call means, and whether its input is right, is the lab's to say.
import type { RawData, WebSocket } from 'ws'
import { z } from 'zod'
import { forwardEvents } from '#lab/forward-events.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { Outbox } from '#lab/outbox.ts'

// A page that asks more than this before it takes an answer is not listened to until it does.
const CALLS_LIMIT = 32

const id = z.int().min(0)
const messageSchema = z.union([
  z.strictObject({ id, call: z.string(), input: z.unknown() }),
  z.strictObject({ acknowledge: z.int() }),
])
const numberedSchema = z.object({ id })

function parseJson(data: RawData, isBinary: boolean): unknown {
  if (isBinary) return undefined
  try {
    return JSON.parse(String(data))
  } catch {
    return undefined
  }
}

/** Serves the socket until it closes. */
export function serveSocket(socket: WebSocket, lab: Lab): void {
  const outbox = new Outbox((message) => socket.send(JSON.stringify(message)))
  const endForwarding = forwardEvents(lab, outbox)
  let unanswered = 0

  async function answer(callId: number, result: Promise<unknown>): Promise<void> {
    unanswered += 1
    if (unanswered >= CALLS_LIMIT) socket.pause()
    const text = JSON.stringify({ id: callId, result: await result })
    socket.send(text, () => {
      unanswered -= 1
      if (socket.isPaused) socket.resume()
    })
  }

  function refuse(data: unknown): void {
    // Without a number there is nobody to answer.
    const numbered = numberedSchema.safeParse(data)
    if (!numbered.success) return
    const parameters = { operation: '?', detail: 'a call has an id, the name of an operation and an input' }
    const refusal = { ok: false, error: { code: 'input-malformed', parameters } }
    void answer(numbered.data.id, Promise.resolve(refusal))
  }

  socket.on('message', (data, isBinary) => {
    const json = parseJson(data, isBinary)
    const message = messageSchema.safeParse(json)
    if (!message.success) refuse(json)
    else if ('acknowledge' in message.data) outbox.acknowledge(message.data.acknowledge)
    else void answer(message.data.id, lab.call(message.data.call, message.data.input))
  })
  // Too large a frame, or one that is against the protocol: ws closes the connection after this event.
  socket.on('error', () => {})
  socket.on('close', endForwarding)
}
