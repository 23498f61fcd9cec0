// A mask over a matrix: every row and column of it, those under the mask filled.
import type { Figure } from './surface.ts'
import { TICK_SIZE } from './unit-axes.ts'

const MARGIN = 40

export interface MaskField {
  rows: number
  columns: number
  rowName: string
  columnName: string
  /** Indices under the mask. */
  chosenRows: readonly number[]
  chosenColumns: readonly number[]
}

/** Neighbouring indices as ranges, the ends exclusive: a few rectangles instead of one a cell. */
function ranges(indices: readonly number[]): [start: number, end: number][] {
  const found: [number, number][] = []
  for (const index of [...indices].sort((one, other) => one - other)) {
    const last = found.at(-1)
    if (last && last[1] === index) last[1] = index + 1
    else found.push([index, index + 1])
  }
  return found
}

export function maskFigure(field: MaskField): Figure {
  const { rows, columns, rowName, columnName, chosenRows, chosenColumns } = field
  return (surface, { width, height }, inks) => {
    const cell = Math.min((width - 2 * MARGIN) / columns, (height - 2 * MARGIN) / Math.min(rows, columns))
    const [fieldWidth, fieldHeight] = [cell * columns, Math.min(cell * rows, height - 2 * MARGIN)]
    const rowHeight = fieldHeight / rows
    const left = (width - fieldWidth) / 2
    const top = MARGIN / 2
    surface.rectangle(left, top, fieldWidth, fieldHeight, inks.grid)
    for (const [rowStart, rowEnd] of ranges(chosenRows)) {
      for (const [start, end] of ranges(chosenColumns)) {
        const [x, y] = [left + start * cell, top + rowStart * rowHeight]
        surface.rectangle(x, y, (end - start) * cell, (rowEnd - rowStart) * rowHeight, inks.first)
      }
    }
    const style = { ink: inks.soft, size: TICK_SIZE }
    surface.text('0', left, top + fieldHeight + 15, style)
    surface.text(String(columns - 1), left + fieldWidth, top + fieldHeight + 15, { ...style, anchor: 'end' })
    surface.text(columnName, left + fieldWidth / 2, top + fieldHeight + 28, {
      ...style,
      ink: inks.ink,
      anchor: 'middle',
    })
    surface.text('0', left - 6, top + 9, { ...style, anchor: 'end' })
    surface.text(String(rows - 1), left - 6, top + fieldHeight, { ...style, anchor: 'end' })
    const middle = top + fieldHeight / 2
    surface.text(rowName, left - 24, middle, { ...style, ink: inks.ink, anchor: 'middle', isVertical: true })
  }
}
