// Where things lie in a heat-map: the axes' writing at the left and above, the cells, and beside an array of a single
// column the same values as bars.
import { iterationAt } from '../zoom.ts'
import type { Cell, CellRectangle, HeatArray } from './heat-array.ts'
import { cellWithin } from './cell-moves.ts'
import { longestLabel, pixelOf } from './heat-ticks.ts'
import type { HeatView } from './heat-tiles.ts'

/** In CSS pixels. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}

export interface HeatPlot {
  cells: Box
  /** Where the values of a single column are drawn as bars; null when there are more. */
  bars: Box | null
}

const CHARACTER_PIXELS = 6.7
const TOP = 20
/** Room for the outline of what is selected at the very edge. */
const EDGE = 2
const SINGLE_COLUMN_WIDTH = 56
const BARS_GAP = 12

/** Pixels that a label of an axis takes, with the room around it. */
export function labelWidth(count: number, labels: readonly string[] | null): number {
  return Math.ceil(longestLabel({ count, labels }) * CHARACTER_PIXELS) + 10
}

export function heatPlot(array: HeatArray, { width, height }: { width: number; height: number }): HeatPlot {
  const left = labelWidth(array.rows, array.rowLabels)
  const cells = {
    left,
    top: TOP,
    width: Math.max(1, width - left - EDGE),
    height: Math.max(1, height - TOP - EDGE),
  }
  if (array.columns > 1) return { cells, bars: null }
  const strip = Math.min(SINGLE_COLUMN_WIDTH, cells.width)
  const beside = left + strip + BARS_GAP
  const bars = { ...cells, left: beside, width: Math.max(1, width - beside - EDGE) }
  return { cells: { ...cells, width: strip }, bars }
}

/** The cell under a point; the nearest one for points beside the cells. */
export function cellAt(point: { x: number; y: number }, { cells }: HeatPlot, view: HeatView, array: HeatArray): Cell {
  const row = iterationAt((point.y - cells.top) / cells.height, view.rows, false)
  const column = iterationAt((point.x - cells.left) / cells.width, view.columns, false)
  return cellWithin({ row: Math.floor(row), column: Math.floor(column) }, array)
}

/** Where a rectangle of cells lies, as far beyond the plot as it is out of view. */
export function boxOf(rectangle: CellRectangle, { cells }: HeatPlot, view: HeatView): Box {
  const across = { range: view.columns, pixels: cells.width }
  const down = { range: view.rows, pixels: cells.height }
  const [x, y] = [pixelOf(rectangle.columnStart, across), pixelOf(rectangle.rowStart, down)]
  return {
    left: cells.left + x,
    top: cells.top + y,
    width: pixelOf(rectangle.columnEnd, across) - x,
    height: pixelOf(rectangle.rowEnd, down) - y,
  }
}

/** The size of one cell of the array. */
export function cellSize({ cells }: HeatPlot, { rows, columns }: HeatView): { width: number; height: number } {
  return {
    width: cells.width / (columns.maximum - columns.minimum),
    height: cells.height / (rows.maximum - rows.minimum),
  }
}
