// Draws a heat-map on a canvas: the tiles that are there, the coarse ones below the fine; where cells are large their
// borders and values; the axes; and on top of it all what is marked, selected and pointed at.
import type { AxisRange } from '../zoom.ts'
import { rectangleOfCell } from './heat-array.ts'
import { drawHeatAxes } from './heat-axes.ts'
import { drawHeatBars } from './heat-bars.ts'
import { isLight, paint, type HeatScale } from './heat-colours.ts'
import { HEAT_TEXT_PIXELS, type HeatDrawing } from './heat-picture.ts'
import { boxOf, cellSize, type Box } from './heat-plot.ts'
import { coarseness, finestCell, type HeatTile } from './heat-tiles.ts'

/** Cells from this size on are told apart by lines, and from the next on hold their values. */
const BORDERED_PIXELS = 9
const WRITTEN_WIDTH = 50
const WRITTEN_HEIGHT = 16
const DIGITS_WRITTEN = 3
const LEAST_OUTLINE = 9
/** The cells have the same colours in either theme, and so has what is written in them. */
const DARK_WRITING = '#15202b'
const LIGHT_WRITING = '#ffffff'

interface Bitmap {
  scale: HeatScale
  canvas: HTMLCanvasElement
}
const bitmaps = new WeakMap<HeatTile, Bitmap>()

/** A tile as a picture of one pixel a cell, painted anew only when the colours change. */
function bitmapOf(tile: HeatTile, scale: HeatScale): HTMLCanvasElement {
  const known = bitmaps.get(tile)
  if (known?.scale === scale) return known.canvas
  const canvas = known?.canvas ?? document.createElement('canvas')
  canvas.width = tile.columns
  canvas.height = tile.rows
  const pixels = new ImageData(tile.columns, tile.rows)
  paint(pixels.data, tile.values, scale)
  canvas.getContext('2d')?.putImageData(pixels, 0, 0)
  bitmaps.set(tile, { scale, canvas })
  return canvas
}

type Context = CanvasRenderingContext2D

function drawTiles(context: Context, { tiles, scale, plot, view }: HeatDrawing): void {
  const { width, height } = cellSize(plot, view)
  // Of cells smaller than a pixel every one should leave a trace.
  context.imageSmoothingEnabled = Math.min(width, height) < 1
  for (const tile of [...tiles].sort((one, other) => coarseness(other) - coarseness(one))) {
    const { rowStart, columnStart } = tile.rectangle
    // The last block may reach beyond the array; its cell is as large as the others.
    const rowEnd = rowStart + tile.rows * tile.block.rows
    const columnEnd = columnStart + tile.columns * tile.block.columns
    const box = boxOf({ rowStart, columnStart, rowEnd, columnEnd }, plot, view)
    context.drawImage(bitmapOf(tile, scale), box.left, box.top, box.width, box.height)
  }
}

/** Whole rows or columns of which something is in sight, from the first to before the end. */
function shownIndices({ minimum, maximum }: AxisRange): number[] {
  const first = Math.floor(minimum)
  return Array.from({ length: Math.ceil(maximum) - first }, (_, place) => first + place)
}

function drawBorders(context: Context, { plot, view, inks }: HeatDrawing): void {
  const { left, top, width, height } = plot.cells
  context.fillStyle = inks.grid
  for (const row of shownIndices(view.rows)) {
    const { top: y } = boxOf(rectangleOfCell({ row, column: 0 }), plot, view)
    context.fillRect(left, y - 0.5, width, 1)
  }
  for (const column of shownIndices(view.columns)) {
    const { left: x } = boxOf(rectangleOfCell({ row: 0, column }), plot, view)
    context.fillRect(x - 0.5, top, 1, height)
  }
}

function drawValues(context: Context, { plot, view, tiles, scale, inks }: HeatDrawing): void {
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.font = `${HEAT_TEXT_PIXELS}px ${inks.font}`
  for (const row of shownIndices(view.rows)) {
    for (const column of shownIndices(view.columns)) {
      const told = finestCell(tiles, { row, column })
      if (!told) continue
      const { left, top, width, height } = boxOf(rectangleOfCell({ row, column }), plot, view)
      context.fillStyle = isLight(told.value, scale) ? DARK_WRITING : LIGHT_WRITING
      context.fillText(told.value.toPrecision(DIGITS_WRITTEN), left + width / 2, top + height / 2 + 1)
    }
  }
}

/** Around a box, or around a larger one where the box itself could not be found. */
function outline(context: Context, box: Box, outer: string, inner: string): void {
  const across = Math.max(0, LEAST_OUTLINE - box.width) / 2
  const down = Math.max(0, LEAST_OUTLINE - box.height) / 2
  for (const [ink, width] of [
    [inner, 4],
    [outer, 2],
  ] as const) {
    context.strokeStyle = ink
    context.lineWidth = width
    context.strokeRect(box.left - across, box.top - down, box.width + 2 * across, box.height + 2 * down)
  }
}

function drawOutlines(context: Context, { plot, view, marks, selected, cursor, inks }: HeatDrawing): void {
  for (const mark of marks) {
    const box = boxOf(mark, plot, view)
    outline(context, box, inks.strong, inks.panel)
    if (mark.label === undefined) continue
    context.font = `600 ${HEAT_TEXT_PIXELS}px ${inks.font}`
    context.textAlign = 'left'
    context.textBaseline = 'bottom'
    context.lineWidth = 3
    context.strokeStyle = inks.panel
    context.strokeText(mark.label, box.left, box.top - 2)
    context.fillStyle = inks.strong
    context.fillText(mark.label, box.left, box.top - 2)
  }
  if (selected) outline(context, boxOf(selected, plot, view), inks.accent, inks.panel)
  if (cursor) outline(context, boxOf(rectangleOfCell(cursor), plot, view), inks.strong, inks.panel)
}

function clippedTo(context: Context, { left, top, width, height }: Box, draw: () => void): void {
  context.save()
  context.beginPath()
  context.rect(left - 1, top - 1, width + 2, height + 2)
  context.clip()
  draw()
  context.restore()
}

/** @param ratio device pixels a CSS pixel */
export function drawHeatMap(canvas: HTMLCanvasElement, drawing: HeatDrawing, ratio: number): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const { cells, bars } = drawing.plot
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.clearRect(0, 0, canvas.width, canvas.height)
  const { width, height } = cellSize(drawing.plot, drawing.view)
  clippedTo(context, cells, () => {
    drawTiles(context, drawing)
    if (Math.min(width, height) >= BORDERED_PIXELS) drawBorders(context, drawing)
    if (width >= WRITTEN_WIDTH && height >= WRITTEN_HEIGHT) drawValues(context, drawing)
  })
  if (bars) clippedTo(context, bars, () => drawHeatBars(context, drawing))
  clippedTo(context, cells, () => drawOutlines(context, drawing))
  if (drawing.hasAxes) drawHeatAxes(context, drawing)
}
