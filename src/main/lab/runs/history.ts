// A run's history in rows that grow wider as it goes on, so that ten iterations and ten million both fit: about five
// hundred rows for each e-fold of iterations. The same rows are kept in memory, written to disk and sent to charts.
import { HISTORY_COLUMNS, type History } from '#core/contract/runs.ts'
import type { Metrics } from '#core/training/metrics-ring.ts'

const ROWS_PER_FOLD = 500

/** One value a column. */
export type HistoryRow = Record<(typeof HISTORY_COLUMNS)[number], number>

export function emptyHistory(): History {
  return Object.fromEntries(HISTORY_COLUMNS.map((column) => [column, []])) as unknown as History
}

/** Number of iterations that the row containing `iteration` spans. */
function rowWidth(iteration: number): number {
  return Math.max(1, Math.floor(iteration / ROWS_PER_FOLD))
}

export class HistoryRecorder {
  readonly history: History
  #low = Infinity
  #high = -Infinity
  #count = 0

  constructor(history: History = emptyHistory()) {
    this.history = history
  }

  get rows(): number {
    return this.history.iteration.length
  }

  /** Takes the next iteration; returns the row that it completed, or null. */
  add({ iteration, loss, smoothLoss, gradientNorm, clippedShare, parameterNorm }: Metrics): HistoryRow | null {
    this.#low = Math.min(this.#low, loss)
    this.#high = Math.max(this.#high, loss)
    this.#count++
    if (this.#count < rowWidth(iteration)) return null
    const measures = { smoothLoss, gradientNorm, clippedShare, parameterNorm }
    const row = { iteration, loss, lossLow: this.#low, lossHigh: this.#high, ...measures }
    this.append(row)
    this.#low = Infinity
    this.#high = -Infinity
    this.#count = 0
    return row
  }

  append(row: HistoryRow): void {
    for (const column of HISTORY_COLUMNS) this.history[column].push(row[column])
  }

  /** The rows from number `start` on. */
  since(start: number): History {
    return Object.fromEntries(HISTORY_COLUMNS.map((column) => [column, this.history[column].slice(start)])) as History
  }
}
