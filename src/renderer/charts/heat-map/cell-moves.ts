// How the keys move through the cells of an array, on its heat-map and in its table.
import type { Cell } from './heat-array.ts'
import type { ArraySize } from './heat-tiles.ts'

type Move = (cell: Cell, size: ArraySize, pageRows: number) => Cell

const MOVES: Readonly<Record<string, Move>> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  PageUp: ({ row, column }, _, pageRows) => ({ row: row - pageRows, column }),
  PageDown: ({ row, column }, _, pageRows) => ({ row: row + pageRows, column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { columns }) => ({ row, column: columns - 1 }),
}

export function isMove(key: string): boolean {
  return Object.hasOwn(MOVES, key)
}

function within(index: number, count: number): number {
  return Math.min(count - 1, Math.max(0, index))
}

/** The nearest cell of the array. */
export function cellWithin({ row, column }: Cell, { rows, columns }: ArraySize): Cell {
  return { row: within(row, rows), column: within(column, columns) }
}

/** Where a key leads from a cell; the cell itself for keys that do not move. */
export function movedBy(key: string, cell: Cell, size: ArraySize, pageRows: number): Cell {
  return cellWithin(MOVES[key]?.(cell, size, pageRows) ?? cell, size)
}
