// Hidden states as coloured cells: a row a character, a column a unit.
import type { Figure, FigureSize } from './surface.ts'

const LABEL_WIDTH = 26
const LABEL_SIZE = 11.5

export interface StateStrip {
  rows: readonly { label: string; values: readonly number[] }[]
  /** The row that is marked. */
  marked: number
  /** Of an activation, -1..1. */
  colourOf: (value: number) => string
}

export interface StripCell {
  row: number
  column: number
}

export function stateStripFigure({ rows, marked, colourOf }: StateStrip): Figure {
  return (surface, { width, height }, inks) => {
    const rowHeight = Math.min(26, height / Math.max(1, rows.length))
    const cell = (width - LABEL_WIDTH) / Math.max(1, rows[0]?.values.length ?? 1)
    rows.forEach(({ label, values }, row) => {
      const y = row * rowHeight
      const style = { ink: row === marked ? inks.first : inks.ink, size: LABEL_SIZE, isMonospaced: true }
      surface.text(label, LABEL_WIDTH - 8, y + rowHeight / 2 + 4, { ...style, anchor: 'end' })
      values.forEach((value, column) => {
        // Half a pixel over the edge, so that no seam shows between neighbours.
        surface.rectangle(LABEL_WIDTH + column * cell, y, cell + 0.5, rowHeight - 1, colourOf(value))
      })
      if (row === marked) surface.line([LABEL_WIDTH - 3, y, LABEL_WIDTH - 3, y + rowHeight - 1], inks.first, 2)
    })
  }
}

/** The cell at a place in the figure; null beside the strip. */
export function stripCellAt(
  { rows }: Pick<StateStrip, 'rows'>,
  { width, height }: FigureSize,
  x: number,
  y: number,
): StripCell | null {
  const columns = rows[0]?.values.length ?? 0
  const rowHeight = Math.min(26, height / Math.max(1, rows.length))
  const row = Math.floor(y / rowHeight)
  const column = Math.floor(((x - LABEL_WIDTH) / (width - LABEL_WIDTH)) * columns)
  return row >= 0 && row < rows.length && column >= 0 && column < columns ? { row, column } : null
}
