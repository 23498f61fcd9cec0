// The writing at a heat-map's axes: indices or characters, that of the cursor standing out.
import { HEAT_TEXT_PIXELS, type HeatDrawing, type HeatInks } from './heat-picture.ts'
import { labelWidth } from './heat-plot.ts'
import { heatTick, heatTicks, type HeatAxis } from './heat-ticks.ts'

const ROW_ROOM = 14
const ROW_GAP = 6
const COLUMN_GAP = 10

interface AxisWriting {
  axis: HeatAxis
  /** The row or column of the cursor. */
  pointed: number | undefined
  /** Pixels that a label needs along the axis. */
  room: number
  place: (at: number) => [x: number, y: number]
}

/** What lies too close to the cursor's label gives way to it. */
function writeLabels(
  context: CanvasRenderingContext2D,
  { axis, pointed, room, place }: AxisWriting,
  inks: HeatInks,
): void {
  const cursor = pointed === undefined ? null : heatTick(axis, pointed)
  context.font = `${HEAT_TEXT_PIXELS}px ${inks.font}`
  context.fillStyle = inks.text
  for (const { label, at } of heatTicks(axis, room)) {
    if (!cursor || Math.abs(at - cursor.at) >= room) context.fillText(label, ...place(at))
  }
  if (!cursor) return
  context.font = `600 ${HEAT_TEXT_PIXELS}px ${inks.font}`
  context.fillStyle = inks.strong
  context.fillText(cursor.label, ...place(cursor.at))
}

export function drawHeatAxes(context: CanvasRenderingContext2D, drawing: HeatDrawing): void {
  const { array, plot, view, inks, cursor } = drawing
  const { left, top, width, height } = plot.cells
  context.textBaseline = 'middle'
  context.textAlign = 'right'
  const down = { range: view.rows, count: array.rows, labels: array.rowLabels, pixels: height }
  const beside = (at: number): [number, number] => [left - ROW_GAP, top + at]
  writeLabels(context, { axis: down, pointed: cursor?.row, room: ROW_ROOM, place: beside }, inks)
  context.textAlign = 'center'
  const across = { range: view.columns, count: array.columns, labels: array.columnLabels, pixels: width }
  const above = (at: number): [number, number] => [left + at, top - COLUMN_GAP]
  const room = labelWidth(array.columns, array.columnLabels)
  writeLabels(context, { axis: across, pointed: cursor?.column, room, place: above }, inks)
}
