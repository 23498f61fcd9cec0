// Arrays for tests of the heat-map: each entry tells where it is.
import { REGION_CELLS } from '#core/contract/snapshots.ts'
import type { CellRectangle, HeatArray } from '../../../../src/renderer/charts/heat-map/heat-array.ts'

/** An array whose entry at (row, column) is 10,000 row + column; `asked` lists the rectangles that were asked for. */
export function numberedArray(rows: number, columns: number): { array: HeatArray; asked: CellRectangle[] } {
  const asked: CellRectangle[] = []
  const array: HeatArray = {
    name: 'Whh',
    rows,
    columns,
    rowLabels: null,
    columnLabels: null,
    isSigned: true,
    figures: { shape: [rows, columns], mean: 0, standardDeviation: 1, minimum: 0, maximum: 1, norm: 1, histogram: [] },
    describe: ({ row, column }) => `${column} to ${row}`,
    region(rectangle) {
      asked.push(rectangle)
      const { rowStart, rowEnd, columnStart, columnEnd } = rectangle
      const rowsPerCell = Math.ceil((rowEnd - rowStart) / REGION_CELLS)
      const columnsPerCell = Math.ceil((columnEnd - columnStart) / REGION_CELLS)
      const cells: number[][] = []
      // Of a block the last entry is the greatest.
      for (let row = rowStart; row < rowEnd; row += rowsPerCell) {
        const line: number[] = []
        for (let column = columnStart; column < columnEnd; column += columnsPerCell) {
          const [lastRow, lastColumn] = [
            Math.min(rowEnd, row + rowsPerCell),
            Math.min(columnEnd, column + columnsPerCell),
          ]
          line.push(10_000 * (lastRow - 1) + lastColumn - 1)
        }
        cells.push(line)
      }
      return Promise.resolve({ ok: true, value: { rowStart, columnStart, rowsPerCell, columnsPerCell, cells } })
    },
  }
  return { array, asked }
}
