// A canvas as a surface.
import type { FigureInks, Surface } from './surface.ts'

const FULL_TURN = 2 * Math.PI

/** @param context scaled so that its units are CSS pixels */
export function canvasSurface(context: CanvasRenderingContext2D, inks: Pick<FigureInks, 'sans' | 'mono'>): Surface {
  return {
    rectangle(x, y, width, height, ink) {
      context.fillStyle = ink
      context.fillRect(x, y, width, height)
    },
    circle(x, y, radius, ink, ring = false) {
      context.beginPath()
      context.arc(x, y, radius, 0, FULL_TURN)
      if (ring) {
        context.strokeStyle = ink
        context.lineWidth = 1.5
        context.stroke()
      } else {
        context.fillStyle = ink
        context.fill()
      }
    },
    line(points, ink, width, dash = []) {
      context.beginPath()
      for (let i = 0; i < points.length; i += 2) context.lineTo(points[i]!, points[i + 1]!)
      context.strokeStyle = ink
      context.lineWidth = width
      context.lineJoin = 'round'
      context.setLineDash([...dash])
      context.stroke()
      context.setLineDash([])
    },
    text(content, x, y, { ink, size, anchor = 'start', isVertical = false, isMonospaced = false }) {
      context.save()
      context.translate(x, y)
      if (isVertical) context.rotate(-FULL_TURN / 4)
      context.fillStyle = ink
      context.font = `${size}px ${isMonospaced ? inks.mono : inks.sans}`
      context.textAlign = anchor === 'middle' ? 'center' : anchor
      context.fillText(content, 0, 0)
      context.restore()
    },
  }
}
