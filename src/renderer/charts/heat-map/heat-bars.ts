// The values of an array of a single column as bars beside its cells: from zero, as long as the colours reach.
import { rectangleOfCell } from './heat-array.ts'
import { isSigned, shareOfLimit } from './heat-colours.ts'
import type { HeatDrawing } from './heat-picture.ts'
import { boxOf, cellSize } from './heat-plot.ts'
import { finestCell } from './heat-tiles.ts'

/** Bars from this height on have a gap between them. */
const APART_PIXELS = 5

export function drawHeatBars(context: CanvasRenderingContext2D, drawing: HeatDrawing): void {
  const { plot, view, tiles, array, scale, inks } = drawing
  const { bars } = plot
  if (!bars) return
  const reach = isSigned(scale) ? bars.width / 2 : bars.width
  const zero = bars.left + bars.width - reach
  const { height } = cellSize(plot, view)
  const gap = height > APART_PIXELS ? 1 : 0
  context.fillStyle = inks.accent
  for (let row = Math.floor(view.rows.minimum); row < Math.min(array.rows, view.rows.maximum); row++) {
    const told = finestCell(tiles, { row, column: 0 })
    if (!told) continue
    const length = Math.min(1, Math.max(isSigned(scale) ? -1 : 0, shareOfLimit(told.value, scale))) * reach
    const { top } = boxOf(rectangleOfCell({ row, column: 0 }), plot, view)
    context.fillRect(Math.min(zero, zero + length), top + gap, Math.abs(length), Math.max(0.5, height - 2 * gap))
  }
  context.fillStyle = inks.text
  context.fillRect(zero, bars.top, 1, bars.height)
}
