// A run's run.json while it is in memory: written every few seconds, and whenever it is asked for.
import type { RunSummary } from '#core/contract/runs.ts'
import { writeRunFile, type RunFiles } from './run-folder.ts'

const INTERVAL_MS = 5000

export class RunFile {
  readonly #files: RunFiles
  readonly #onError: (error: unknown) => void
  #writtenAtMs = 0
  #writing: Promise<void> = Promise.resolve()

  /** @param onError is told when the disk refuses */
  constructor(files: RunFiles, onError: (error: unknown) => void) {
    this.#files = files
    this.#onError = onError
  }

  /** Writes it when it was not written for a while. */
  poll(run: RunSummary, nowMs: number): void {
    if (nowMs - this.#writtenAtMs > INTERVAL_MS) void this.write(run, nowMs)
  }

  /** Writes it, one writing after the other. */
  write(run: RunSummary, nowMs: number = performance.now()): Promise<void> {
    this.#writtenAtMs = nowMs
    this.#writing = this.#writing.then(() => writeRunFile(this.#files, run)).catch(this.#onError)
    return this.#writing
  }
}
