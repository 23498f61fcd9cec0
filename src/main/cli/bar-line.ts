// A progress bar: one line fitted into the width of a terminal. What it says is its callers' affair.
import { textColumns } from './text-columns.ts'

const GAP = '  '
const WIDEST_BAR = 20
const NARROWEST_BAR = 8

/**
 * Fewer than `columns` columns wide: a terminal breaks the line after the last. Of what does not fit the last parts are
 * left out.
 *
 * @param done the share that is done, 0..1
 */
export function barLine(done: number, said: readonly string[], columns: number): string {
  const share = `${String(Math.floor(100 * done)).padStart(3)}%`
  const parts = [share, ...said]
  const room = (): number => columns - 1 - '[]'.length - GAP.length - textColumns(parts.join(GAP))
  while (parts.length > 1 && room() < NARROWEST_BAR) parts.pop()
  const barWidth = Math.min(WIDEST_BAR, room())
  if (barWidth < 1) return columns > share.length ? share : ''
  const filled = Math.floor(barWidth * done)
  return [`[${'#'.repeat(filled)}${'-'.repeat(barWidth - filled)}]`, ...parts].join(GAP)
}
