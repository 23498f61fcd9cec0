// From the rows of a history to the few points that a chart of so many pixels can show: the last figure of a pixel for
// a line, the least and the greatest for a band. What was extreme stays visible however long the run.
import type { HistoryColumn } from '#core/contract/runs.ts'
import type { RunHistory } from './run-history.ts'
import { fractionOf, type IterationRange } from './zoom.ts'

export interface Point {
  x: number
  y: number
}

export interface PlotWindow {
  range: IterationRange
  pixels: number
  logarithmic: boolean
}

/** Rows inside the window and one beyond each end, so that lines reach the edges. Iteration 0 has no logarithm. */
function rowsWithin(history: RunHistory, { range, logarithmic }: PlotWindow): { first: number; end: number } {
  const first = history.firstRowFrom(range.minimum) - 1
  const end = history.firstRowFrom(range.maximum) + 1
  return { first: Math.max(first, logarithmic ? history.firstRowFrom(1) : 0), end: Math.min(end, history.length) }
}

function pixelOf(iteration: number, { range, pixels, logarithmic }: PlotWindow): number {
  return Math.floor(fractionOf(iteration, range, logarithmic) * pixels)
}

/** At most about one point a pixel: the column's figure at the last row of each. */
export function linePoints(history: RunHistory, column: HistoryColumn, scale: number, window: PlotWindow): Point[] {
  const points: Point[] = []
  const { first, end } = rowsWithin(history, window)
  let pixel = Number.NaN
  for (let row = first; row < end; row++) {
    const x = history.at('iteration', row)
    const point = { x, y: history.at(column, row) * scale }
    const ownPixel = pixelOf(x, window)
    if (ownPixel === pixel) points[points.length - 1] = point
    else points.push(point)
    pixel = ownPixel
  }
  return points
}

/** At most about two points a pixel: the least of `low` and the greatest of `high` over its rows. */
export function bandPoints(
  history: RunHistory,
  { low, high }: { low: HistoryColumn; high: HistoryColumn },
  scale: number,
  window: PlotWindow,
): Point[] {
  const points: Point[] = []
  const { first, end } = rowsWithin(history, window)
  for (let row = first; row < end;) {
    const x = history.at('iteration', row)
    const pixel = pixelOf(x, window)
    let least = Infinity
    let greatest = -Infinity
    do {
      least = Math.min(least, history.at(low, row))
      greatest = Math.max(greatest, history.at(high, row))
      row++
    } while (row < end && pixelOf(history.at('iteration', row), window) === pixel)
    points.push({ x, y: greatest * scale })
    if (least < greatest) points.push({ x, y: least * scale })
  }
  return points
}
