// What a heat-map is asked to draw, in plain values.
import type { Cell, CellRectangle, HeatArray, HeatMark } from './heat-array.ts'
import type { HeatScale } from './heat-colours.ts'
import type { HeatPlot } from './heat-plot.ts'
import type { HeatTile, HeatView } from './heat-tiles.ts'

/** Of all writing in a heat-map, in CSS pixels. */
export const HEAT_TEXT_PIXELS = 11

export interface HeatInks {
  text: string
  strong: string
  accent: string
  panel: string
  grid: string
  font: string
}

export interface HeatDrawing {
  array: HeatArray
  view: HeatView
  plot: HeatPlot
  /** Whether rows and columns are named; the plot then has room for it. */
  hasAxes: boolean
  tiles: readonly HeatTile[]
  scale: HeatScale
  inks: HeatInks
  marks: readonly HeatMark[]
  selected: CellRectangle | null
  cursor: Cell | null
}
