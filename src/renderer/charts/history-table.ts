// The rows of a history that are worth reading as a table.
import type { HistoryColumn } from '#core/contract/runs.ts'
import type { RunHistory } from './run-history.ts'
import type { IterationRange } from './zoom.ts'

export const HISTORY_TABLE_COLUMNS = [
  'iteration',
  'loss',
  'smoothLoss',
  'gradientNorm',
  'clippedShare',
] as const satisfies readonly HistoryColumn[]

export type HistoryTableRow = Record<(typeof HISTORY_TABLE_COLUMNS)[number], number>

const MOST_ROWS = 200

/** At most 200 rows, evenly spread over those within the range, the last always among them; the newest first. */
export function tableRows(history: RunHistory, range: IterationRange): HistoryTableRow[] {
  const first = history.firstRowFrom(range.minimum)
  const end = history.firstRowFrom(range.maximum + 1)
  const stride = Math.max(1, Math.ceil((end - first) / MOST_ROWS))
  const rows: HistoryTableRow[] = []
  for (let row = end - 1; row >= first; row -= stride) {
    const figures = HISTORY_TABLE_COLUMNS.map((column) => [column, history.at(column, row)])
    rows.push(Object.fromEntries(figures) as HistoryTableRow)
  }
  return rows
}
