// The history of one run in columns of a fixed length: when they are full, neighbouring rows are joined in pairs, so a
// run of any length takes the same memory and keeps every extreme of the loss. Knows nothing of drawing.
import { HISTORY_COLUMNS, type History, type HistoryColumn } from '#core/contract/runs.ts'

/** Rows kept: some five for every pixel that a chart is wide. */
export const HISTORY_CAPACITY = 8192

/** How two rows become one. Every figure stays one that was measured at the iteration named, but for the extremes. */
const JOINED: Partial<Record<HistoryColumn, (earlier: number, later: number) => number>> = {
  lossLow: Math.min,
  lossHigh: Math.max,
}

export class RunHistory {
  /** Only the first `length` entries of each column mean something. */
  readonly columns: Record<HistoryColumn, Float64Array>
  readonly capacity: number
  length = 0

  constructor(capacity = HISTORY_CAPACITY) {
    this.capacity = capacity
    const columns = HISTORY_COLUMNS.map((name) => [name, new Float64Array(capacity)])
    this.columns = Object.fromEntries(columns) as Record<HistoryColumn, Float64Array>
  }

  /** The figure of a row; NaN where there is no such row. */
  at(column: HistoryColumn, row: number): number {
    return row >= 0 && row < this.length ? (this.columns[column][row] ?? Number.NaN) : Number.NaN
  }

  /** The iteration of the newest row; -1 when there is none. */
  get lastIteration(): number {
    return this.length === 0 ? -1 : this.at('iteration', this.length - 1)
  }

  replace(rows: History): void {
    this.length = 0
    this.append(rows)
  }

  /** Adds the rows that are newer than what is there already. */
  append(rows: History): void {
    for (const [row, iteration] of rows.iteration.entries()) {
      if (iteration <= this.lastIteration) continue
      if (this.length === this.capacity) this.joinPairs()
      // A figure that is not finite arrives as null where the message was JSON.
      for (const name of HISTORY_COLUMNS) this.columns[name][this.length] = rows[name][row] ?? Number.NaN
      this.length++
    }
  }

  /** The row whose iteration is closest to the one asked for; -1 when there are no rows. */
  nearestRow(iteration: number): number {
    const after = this.firstRowFrom(iteration)
    if (after === 0) return this.length === 0 ? -1 : 0
    if (after === this.length) return after - 1
    const isAfterCloser = this.at('iteration', after) - iteration < iteration - this.at('iteration', after - 1)
    return isAfterCloser ? after : after - 1
  }

  /** The first row at or after an iteration; `length` when all are before it. */
  firstRowFrom(iteration: number): number {
    let low = 0
    let high = this.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.at('iteration', middle) < iteration) low = middle + 1
      else high = middle
    }
    return low
  }

  private joinPairs(): void {
    const half = this.length >> 1
    for (const name of HISTORY_COLUMNS) {
      const join = JOINED[name]
      const column = this.columns[name]
      for (let row = 0; row < half; row++) {
        const earlier = column[2 * row] ?? Number.NaN
        const later = column[2 * row + 1] ?? Number.NaN
        column[row] = join ? join(earlier, later) : later
      }
    }
    this.length = half
  }
}
