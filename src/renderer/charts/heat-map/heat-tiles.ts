// The pieces in which a heat-map asks for an array: squares of REGION_CELLS cells, each cell one entry or, where there
// are more entries than a screen can show, a block of them. Blocks are powers of two and begin at multiples of their
// size, so that nothing flickers while one moves. Knows nothing of drawing or of the lab.
import { REGION_CELLS, type SnapshotRegion } from '#core/contract/snapshots.ts'
import type { AxisRange } from '../zoom.ts'
import type { Cell, CellRectangle, HeatArray } from './heat-array.ts'

/** More cells than this along a side are shown in blocks: there would be less than about two pixels for each. */
const MOST_CELLS_SHOWN = 512

export type ArraySize = Pick<HeatArray, 'rows' | 'columns'>

/** The part of an array that is shown, in rows and columns that need not be whole. */
export interface HeatView {
  rows: AxisRange
  columns: AxisRange
}

/** How many entries a cell stands for along each side. */
export interface BlockSize {
  rows: number
  columns: number
}

export interface HeatTile {
  rectangle: CellRectangle
  block: BlockSize
  /** Cells along each side. */
  rows: number
  columns: number
  /** (rows, columns): of each block the entry of greatest magnitude. */
  values: Float64Array
}

/** The least power of two by which `span` entries become no more than `most`. */
function blockFor(span: number, most: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(span / most)))
}

/** How fine the shown part can be told on so many pixels. */
export function blockOfView({ rows, columns }: HeatView, pixels: { width: number; height: number }): BlockSize {
  const most = (side: number): number => Math.max(1, Math.min(MOST_CELLS_SHOWN, side))
  return {
    rows: blockFor(rows.maximum - rows.minimum, most(pixels.height)),
    columns: blockFor(columns.maximum - columns.minimum, most(pixels.width)),
  }
}

/** The size at which the whole array is a single tile. */
export function blockOfWhole({ rows, columns }: ArraySize): BlockSize {
  return { rows: blockFor(rows, REGION_CELLS), columns: blockFor(columns, REGION_CELLS) }
}

/** Where tiles of `side` entries begin that have something of the range in them. */
function startsIn({ minimum, maximum }: AxisRange, side: number): number[] {
  const first = Math.floor(minimum / side)
  const count = Math.max(1, Math.ceil(maximum / side) - first)
  return Array.from({ length: count }, (_, tile) => (first + tile) * side)
}

/** The tiles of this fineness that together cover a view, row by row; they end at the array's edges. */
export function tilesIn(view: HeatView, block: BlockSize, size: ArraySize): CellRectangle[] {
  const [tall, wide] = [block.rows * REGION_CELLS, block.columns * REGION_CELLS]
  return startsIn(view.rows, tall).flatMap((rowStart) =>
    startsIn(view.columns, wide).map((columnStart) => ({
      rowStart,
      rowEnd: Math.min(size.rows, rowStart + tall),
      columnStart,
      columnEnd: Math.min(size.columns, columnStart + wide),
    })),
  )
}

/** The lab's answer for a tile, in one typed array. */
export function tileOf(rectangle: CellRectangle, { cells, rowsPerCell, columnsPerCell }: SnapshotRegion): HeatTile {
  const columns = cells[0]?.length ?? 0
  const values = new Float64Array(cells.length * columns)
  for (const [row, line] of cells.entries()) values.set(line, row * columns)
  return { rectangle, block: { rows: rowsPerCell, columns: columnsPerCell }, rows: cells.length, columns, values }
}

/** Entries that one cell of a tile stands for: 1 where it tells exact values. */
export function coarseness({ block }: HeatTile): number {
  return block.rows * block.columns
}

export interface TileCell {
  value: number
  /** The entries that the value stands for: a single one where it is exact. */
  rectangle: CellRectangle
}

/** What a tile tells of an entry; null when that lies outside it. */
export function cellIn({ rectangle, block, columns, values }: HeatTile, { row, column }: Cell): TileCell | null {
  const isInside =
    row >= rectangle.rowStart &&
    row < rectangle.rowEnd &&
    column >= rectangle.columnStart &&
    column < rectangle.columnEnd
  if (!isInside) return null
  const cellRow = Math.floor((row - rectangle.rowStart) / block.rows)
  const cellColumn = Math.floor((column - rectangle.columnStart) / block.columns)
  const rowStart = rectangle.rowStart + cellRow * block.rows
  const columnStart = rectangle.columnStart + cellColumn * block.columns
  return {
    value: values[cellRow * columns + cellColumn]!,
    rectangle: {
      rowStart,
      rowEnd: Math.min(rectangle.rowEnd, rowStart + block.rows),
      columnStart,
      columnEnd: Math.min(rectangle.columnEnd, columnStart + block.columns),
    },
  }
}

/** What the finest of the tiles tells of an entry; null when none has it. */
export function finestCell(tiles: Iterable<HeatTile>, cell: Cell): TileCell | null {
  let found: TileCell | null = null
  let least = Infinity
  for (const tile of tiles) {
    const here = coarseness(tile) < least ? cellIn(tile, cell) : null
    if (!here) continue
    found = here
    least = coarseness(tile)
  }
  return found
}
