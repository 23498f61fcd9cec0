// A small curve without axes as the path of an SVG, and the place of one iteration on it.
import type { Point } from './plot-points.ts'

/** Room for the mark of a place at the curve's ends. */
const MARGIN = 4

export interface Sparkline {
  path: string
  /** Null when the curve has no such iteration. */
  place: Point | null
}

function valueAt(points: readonly Point[], x: number): number | null {
  const after = points.findIndex((point) => point.x >= x)
  const next = points[after]
  const before = points[after - 1] ?? next
  if (!next || !before) return null
  return next.x === before.x ? next.y : before.y + ((x - before.x) / (next.x - before.x)) * (next.y - before.y)
}

/** From the first iteration at the left to the last at the right, from the least value below to the greatest above. */
export function sparkline(
  points: readonly Point[],
  iteration: number | null,
  { width, height }: { width: number; height: number },
): Sparkline | null {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last || points.length < 2) return null
  const values = points.map(({ y }) => y)
  const least = Math.min(...values)
  const span = Math.max(...values) - least || 1
  const toScreen = ({ x, y }: Point): Point => ({
    x: MARGIN + ((x - first.x) / (last.x - first.x)) * (width - 2 * MARGIN),
    y: height - MARGIN - ((y - least) / span) * (height - 2 * MARGIN),
  })
  const corners = points.map(toScreen).map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`)
  // The history is rounded down to whole rows, so the newest snapshot can be a little past its end.
  const at = iteration === null ? null : Math.min(Math.max(iteration, first.x), last.x)
  const value = at === null ? null : valueAt(points, at)
  return { path: `M${corners.join('L')}`, place: at === null || value === null ? null : toScreen({ x: at, y: value }) }
}
