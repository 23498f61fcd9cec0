// A rectangle of one array of a snapshot, told cell by cell, or in blocks where there are more cells than can be shown.
import { REGION_CELLS, type RegionRequest, type SnapshotRegion } from '#core/contract/snapshots.ts'
import type { Snapshot } from '#core/formats/snapshot.ts'
import { PARAMETERS } from '#core/rnn/layout.ts'

type Rectangle = Omit<RegionRequest, 'snapshotId'>

/** Where the request goes beyond the array, the answer ends at the array's edge. */
export function regionOf(snapshot: Snapshot, request: Rectangle): SnapshotRegion {
  const { sizes, parameters, adagradMemory } = snapshot
  const layout = PARAMETERS.find(({ name }) => name === request.parameter)!
  const sides = { ...sizes, one: 1 }
  const [rows, columns] = [sides[layout.rows], sides[layout.columns]]
  const values = (request.source === 'parameters' ? parameters : adagradMemory)?.[request.parameter]
  const { rowStart, columnStart } = request
  const rowEnd = Math.min(request.rowEnd, rows)
  const columnEnd = Math.min(request.columnEnd, columns)
  const rowsPerCell = Math.max(1, Math.ceil((rowEnd - rowStart) / REGION_CELLS))
  const columnsPerCell = Math.max(1, Math.ceil((columnEnd - columnStart) / REGION_CELLS))
  const cells: number[][] = []
  for (let row = rowStart; values && row < rowEnd; row += rowsPerCell) {
    const line: number[] = []
    for (let column = columnStart; column < columnEnd; column += columnsPerCell) {
      const [lastRow, lastColumn] = [Math.min(row + rowsPerCell, rowEnd), Math.min(column + columnsPerCell, columnEnd)]
      line.push(strongest(values, columns, row, lastRow, column, lastColumn))
    }
    cells.push(line)
  }
  return { rowStart, columnStart, rowsPerCell, columnsPerCell, cells }
}

/** The entry of greatest magnitude in a block. */
function strongest(
  values: Float64Array,
  columns: number,
  rowStart: number,
  rowEnd: number,
  columnStart: number,
  columnEnd: number,
): number {
  let found = values[rowStart * columns + columnStart]!
  for (let row = rowStart; row < rowEnd; row++) {
    for (let column = columnStart; column < columnEnd; column++) {
      const value = values[row * columns + column]!
      if (Math.abs(value) > Math.abs(found)) found = value
    }
  }
  return found
}
