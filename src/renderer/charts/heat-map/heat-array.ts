// An array as a heat-map sees it. Where the numbers come from and what they mean is known to whoever makes one; here
// are only the words that the files of this folder share.
import type { ArrayFigures, MemoryFigures, SnapshotRegion } from '#core/contract/snapshots.ts'
import type { Result } from '#core/contract/operations.ts'

/** Whole rows and columns, the ends exclusive, as NumPy's slices have them. */
export interface CellRectangle {
  rowStart: number
  rowEnd: number
  columnStart: number
  columnEnd: number
}

export interface Cell {
  row: number
  column: number
}

export interface HeatArray {
  /** As its user writes it in NumPy: Whh, mWxh. */
  name: string
  rows: number
  columns: number
  /** What stands at the axes instead of the indices, one a row or column; null for the indices themselves. */
  rowLabels: readonly string[] | null
  columnLabels: readonly string[] | null
  /** Signed values have white zeros and a colour for each sign; the others begin at zero. */
  isSigned: boolean
  figures: ArrayFigures | MemoryFigures
  /** The lab's answer for a rectangle of at most REGION_CELLS in each direction, else in blocks. */
  region: (rectangle: CellRectangle) => Promise<Result<SnapshotRegion>>
  /** What a single entry is, in words: from unit 12 to unit 95. */
  describe: (cell: Cell) => string
}

/** Something to see at a place: outlined in an ink of the charts, with a few words at its corner. */
export interface HeatMark extends CellRectangle {
  label?: string
}

export function rectangleOfCell({ row, column }: Cell): CellRectangle {
  return { rowStart: row, rowEnd: row + 1, columnStart: column, columnEnd: column + 1 }
}

/** The least rectangle with both cells in it. */
export function rectangleBetween(one: Cell, other: Cell): CellRectangle {
  return {
    rowStart: Math.min(one.row, other.row),
    rowEnd: Math.max(one.row, other.row) + 1,
    columnStart: Math.min(one.column, other.column),
    columnEnd: Math.max(one.column, other.column) + 1,
  }
}

function isSingle({ rowStart, rowEnd, columnStart, columnEnd }: CellRectangle): boolean {
  return rowEnd - rowStart === 1 && columnEnd - columnStart === 1
}

/** As it is written in NumPy: `Whh[95, 12]` for one cell, `Whh[96:104, 8:16]` for more. */
export function numpyIndex(name: string, rectangle: CellRectangle): string {
  const { rowStart, rowEnd, columnStart, columnEnd } = rectangle
  if (isSingle(rectangle)) return `${name}[${rowStart}, ${columnStart}]`
  return `${name}[${rowStart}:${rowEnd}, ${columnStart}:${columnEnd}]`
}

/** One entry and its value, as a line of NumPy: `Whh[95, 12] = -0.213`. */
export function entryLine(name: string, cell: Cell, value: string): string {
  return `${numpyIndex(name, rectangleOfCell(cell))} = ${value}`
}
