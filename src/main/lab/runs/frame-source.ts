// What of a run was told already, so that each frame holds only what is new.
import type { RunFrame, RunSummary } from '#core/contract/runs.ts'
import type { RunRecord } from './run-record.ts'

function isSame(before: RunSummary | null, now: RunSummary): boolean {
  return before?.state === now.state && before.iteration === now.iteration && before.heldOut === now.heldOut
}

export class FrameSource {
  #rows = 0
  #samples = 0
  #summary: RunSummary | null = null

  /** The next frame of the run, or null when nothing has happened since the last. */
  next(run: RunSummary, record: RunRecord): RunFrame | null {
    const hasMoved = !isSame(this.#summary, run)
    if (!hasMoved && this.#rows === record.rows && this.#samples === record.samples) return null
    const sample = this.#samples < record.samples ? record.newestSample : null
    const frame = { run, rows: record.historySince(this.#rows), restart: false, sample }
    this.#rows = record.rows
    this.#samples = record.samples
    this.#summary = run
    return frame
  }
}
