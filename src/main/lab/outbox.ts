// Stands between the lab's events and one window: at most one message is on its way, and what happens meanwhile is
// merged, so that a window which stops reading slows nothing down and costs a bounded amount of memory. How messages
// travel is the front's affair.
import type { LabEventName, LabEvents } from '#core/contract/operations.ts'
import { HISTORY_COLUMNS, type History, type RunFrame, type RunSummary } from '#core/contract/runs.ts'

/** The most history rows that wait for one run; a window that falls further behind asks for the whole history. */
export const WAITING_ROWS_LIMIT = 2000

/** One event with the number by which the window acknowledges it. */
export interface OutboxMessage<Name extends LabEventName = LabEventName> {
  event: Name
  payload: LabEvents[Name]
  sequence: number
}

function emptyHistory(): History {
  return Object.fromEntries(HISTORY_COLUMNS.map((column) => [column, []])) as unknown as History
}

function joinHistories(first: History, second: History): History {
  const joined = HISTORY_COLUMNS.map((column) => [column, first[column].concat(second[column])])
  return Object.fromEntries(joined) as History
}

function mergeFrames(waiting: RunFrame | undefined, next: RunFrame): RunFrame {
  const waitingRows = waiting?.rows.iteration.length ?? 0
  const restart = waiting?.restart || next.restart || waitingRows + next.rows.iteration.length > WAITING_ROWS_LIMIT
  const rows = restart ? emptyHistory() : waiting ? joinHistories(waiting.rows, next.rows) : next.rows
  return { run: next.run, rows, restart, sample: next.sample ?? waiting?.sample ?? null }
}

/** The events of one window. Every window, and every reload of it, has an outbox of its own. */
export class Outbox {
  readonly #send: (message: OutboxMessage) => void
  /** In the order in which they will be sent. */
  readonly #waiting = new Map<LabEventName, LabEvents[LabEventName]>()
  #sequence = 0
  #inFlight = false

  /** @param send hands one message to the window, which answers with `acknowledge` when it has read it */
  constructor(send: (message: OutboxMessage) => void) {
    this.#send = send
  }

  /** Sends the event, or merges it with what waits. The payload is never changed: other windows share it. */
  post<Name extends LabEventName>(event: Name, payload: LabEvents[Name]): void {
    if (event === 'runs.changed') this.#applyToWaitingFrames(payload as RunSummary[])
    const merged = event === 'runs.frame' ? this.#mergeWithWaitingFrames(payload as RunFrame[]) : payload
    // Deleted first, so that the newest event comes last and nothing older overwrites it in the window.
    this.#waiting.delete(event)
    this.#waiting.set(event, merged)
    this.#sendNext()
  }

  /** The window has read the message of that number; any other number is ignored. */
  acknowledge(sequence: number): void {
    if (!this.#inFlight || sequence !== this.#sequence) return
    this.#inFlight = false
    this.#sendNext()
  }

  #mergeWithWaitingFrames(frames: RunFrame[]): RunFrame[] {
    const merged = new Map(this.#waitingFrames().map((frame) => [frame.run.id, frame]))
    for (const frame of frames) merged.set(frame.run.id, mergeFrames(merged.get(frame.run.id), frame))
    return [...merged.values()]
  }

  /** A frame can be sent after a newer list of runs: it must neither bring a removed run back nor an older state. */
  #applyToWaitingFrames(runs: RunSummary[]): void {
    if (!this.#waiting.has('runs.frame')) return
    const newest = new Map(runs.map((run) => [run.id, run]))
    const frames = this.#waitingFrames().flatMap((frame) => {
      const run = newest.get(frame.run.id)
      return run ? [{ ...frame, run }] : []
    })
    this.#waiting.set('runs.frame', frames)
  }

  #waitingFrames(): RunFrame[] {
    return (this.#waiting.get('runs.frame') ?? []) as RunFrame[]
  }

  #sendNext(): void {
    if (this.#inFlight) return
    const next = this.#waiting.entries().next()
    if (next.done) return
    const [event, payload] = next.value
    this.#waiting.delete(event)
    this.#inFlight = true
    this.#sequence += 1
    this.#send({ event, payload, sequence: this.#sequence })
  }
}
