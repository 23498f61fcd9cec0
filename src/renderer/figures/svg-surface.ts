// A surface that writes what is drawn on it down as SVG: for reports, where a figure should stay sharp at any size.
import type { Figure, FigureInks, FigureSize, Surface } from './surface.ts'

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character]!)
}

/** Hundredths of a pixel are more than can be seen. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100)
}

function element(name: string, attributes: Record<string, string | number | undefined>, content?: string): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? number(value) : escaped(value!)}"`)
    .join('')
  return content === undefined ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

function svgSurface(elements: string[], { sans, mono }: FigureInks): Surface {
  return {
    rectangle: (x, y, width, height, fill) => void elements.push(element('rect', { x, y, width, height, fill })),
    circle(cx, cy, r, ink, ring = false) {
      const look = ring ? { fill: 'none', stroke: ink, 'stroke-width': 1.5 } : { fill: ink }
      elements.push(element('circle', { cx, cy, r, ...look }))
    },
    line(points, stroke, width, dash = []) {
      elements.push(
        element('polyline', {
          points: points.map(number).join(' '),
          fill: 'none',
          stroke,
          'stroke-width': width,
          'stroke-linejoin': 'round',
          'stroke-dasharray': dash.length > 0 ? dash.join(' ') : undefined,
        }),
      )
    },
    text(content, x, y, { ink, size, anchor, isVertical = false, isMonospaced = false }) {
      const attributes = {
        x,
        y,
        fill: ink,
        'font-family': isMonospaced ? mono : sans,
        'font-size': size,
        'text-anchor': anchor === 'start' ? undefined : anchor,
        transform: isVertical ? `rotate(-90 ${number(x)} ${number(y)})` : undefined,
      }
      elements.push(element('text', attributes, escaped(content)))
    },
  }
}

/** The figure as an SVG file. `title` is what a screen reader says of it. */
export function figureAsSvg(figure: Figure, size: FigureSize, inks: FigureInks, title: string): string {
  const elements: string[] = []
  const { width, height } = size
  const surface = svgSurface(elements, inks)
  surface.rectangle(0, 0, width, height, inks.ground)
  figure(surface, size, inks)
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
  }
  const lines = ['', element('title', {}, escaped(title)), ...elements, '']
  return element('svg', attributes, lines.join('\n')) + '\n'
}
