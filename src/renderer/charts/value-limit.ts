// Where the value axis ends when the spikes of a noisy curve would flatten everything else.
import type { Curve } from './plot.ts'

/** How far, in spans, a noisy curve may extend the axis. */
const NOISE_LIMIT = 1.5

function greatest(curves: readonly Curve[]): number {
  let value = -Infinity
  for (const { points } of curves) for (const { y } of points) if (y > value) value = y
  return value
}

/** The axis end at which noisy curves are cut off; null when all fit, and the axis can end where it likes. */
export function valueLimit(span: number, curves: readonly Curve[]): number | null {
  const limit = Math.max(NOISE_LIMIT * span, greatest(curves.filter(({ isNoisy }) => !isNoisy)))
  return greatest(curves) > limit ? limit : null
}
