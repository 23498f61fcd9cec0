// The ways in which a terminal program is asked to end early: a signal, or a reader of its output that has gone.
import process from 'node:process'
import { EXIT_CODES, SIGNAL_EXIT_CODES, type EndingSignal } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

/** One press of Ctrl+C arrives twice when a parent, such as npx, passes on what the terminal has sent to all already. */
const SAME_PRESS_MS = 500

/** Listens until `dispose`. A signal that comes again later ends the process at once, for a user who will not wait. */
export class EndRequest {
  #exitCode: number | null = null
  #askedAtMs = 0
  readonly #listeners = new Set<() => void>()
  readonly #removers: (() => void)[] = []

  constructor(terminal: Terminal) {
    for (const signal of Object.keys(SIGNAL_EXIT_CODES) as EndingSignal[]) {
      const onSignal = (): void => this.#signalled(SIGNAL_EXIT_CODES[signal])
      process.on(signal, onSignal)
      this.#removers.push(() => process.off(signal, onSignal))
    }
    this.#removers.push(terminal.onOutputFailure(() => this.#ask(EXIT_CODES.success)))
  }

  /** The exit code that goes with the request; null while there is none. */
  get exitCode(): number | null {
    return this.#exitCode
  }

  /** Calls `listener` once when the request comes, at once when it is there already. */
  onRequest(listener: () => void): void {
    if (this.#exitCode === null) this.#listeners.add(listener)
    else listener()
  }

  dispose(): void {
    for (const remove of this.#removers) remove()
  }

  #signalled(exitCode: number): void {
    const isImpatient = this.#exitCode !== null && performance.now() - this.#askedAtMs > SAME_PRESS_MS
    if (isImpatient) process.exit(exitCode)
    this.#ask(exitCode)
  }

  #ask(exitCode: number): void {
    if (this.#exitCode !== null) return
    this.#exitCode = exitCode
    this.#askedAtMs = performance.now()
    for (const listener of this.#listeners) listener()
    this.#listeners.clear()
  }
}
