// The dashed level with its name that a plot compares its curves with, as a plugin of Chart.js.
import type { Plugin } from 'chart.js'
import type { Drawing } from './plot.ts'

/** Of all writing in a chart, in CSS pixels. */
export const AXIS_TEXT_SIZE = 11

/** `current` tells what is being drawn, for a plugin outlives every drawing. */
export function referenceLine(current: () => Drawing): Plugin<'line'> {
  return {
    id: 'referenceLine',
    beforeDatasetsDraw({ ctx, chartArea, scales }) {
      const { plot, inks } = current()
      if (!plot.reference || !scales.y) return
      const y = scales.y.getPixelForValue(plot.reference.value)
      if (y < chartArea.top || y > chartArea.bottom) return
      ctx.save()
      ctx.strokeStyle = ctx.fillStyle = inks.text
      ctx.setLineDash([3, 4])
      ctx.beginPath()
      ctx.moveTo(chartArea.left, y)
      ctx.lineTo(chartArea.right, y)
      ctx.stroke()
      ctx.font = `${AXIS_TEXT_SIZE}px ${inks.font}`
      ctx.textAlign = 'right'
      ctx.fillText(plot.reference.label, chartArea.right, y - 5)
      ctx.restore()
    },
  }
}
