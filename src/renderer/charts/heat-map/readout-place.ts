// Where the words about a cell are written: beside it, towards the middle of the map.
import type { Box } from './heat-plot.ts'

export interface ReadoutPlace {
  /** The corner of the map in which the cell lies. */
  isLow: boolean
  isRight: boolean
  /** The point, in CSS pixels, from which the words go towards the opposite corner. */
  x: number
  y: number
}

export function readoutPlace(cell: Box, map: { width: number; height: number }): ReadoutPlace {
  const isRight = cell.left + cell.width / 2 > map.width / 2
  const isLow = cell.top + cell.height / 2 > map.height / 2
  return {
    isLow,
    isRight,
    x: isRight ? cell.left : cell.left + cell.width,
    y: isLow ? cell.top : cell.top + cell.height,
  }
}
