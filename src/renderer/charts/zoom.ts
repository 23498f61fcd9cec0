// The arithmetic of looking closer at a part of an axis, be it of iterations or of an array's cells; linear or
// logarithmic.

export interface AxisRange {
  minimum: number
  maximum: number
}

export type IterationRange = AxisRange

/** Fewer iterations or cells than this are not worth a chart. */
const LEAST_SPAN = 10
const CEILINGS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10]

/** An axis end that moves seldom while a run goes on: the next round number, but not past the target. */
export function calmCeiling(iteration: number, target: number): number {
  if (iteration <= LEAST_SPAN) return Math.max(1, Math.min(LEAST_SPAN, Math.max(target, iteration)))
  const power = 10 ** Math.floor(Math.log10(iteration))
  const ceiling = power * (CEILINGS.find((multiple) => multiple * power >= iteration) ?? 10)
  return iteration <= target ? Math.min(ceiling, target) : ceiling
}

function forward(value: number, logarithmic: boolean): number {
  return logarithmic ? Math.log10(Math.max(value, 1)) : value
}

function backward(value: number, logarithmic: boolean): number {
  return logarithmic ? 10 ** value : value
}

/** The place of an iteration along the axis: 0 at the range's start, 1 at its end. */
export function fractionOf(iteration: number, range: IterationRange, logarithmic: boolean): number {
  const start = forward(range.minimum, logarithmic)
  return (forward(iteration, logarithmic) - start) / (forward(range.maximum, logarithmic) - start)
}

/** The iteration, not rounded, at a place along the axis. */
export function iterationAt(fraction: number, range: IterationRange, logarithmic: boolean): number {
  const start = forward(range.minimum, logarithmic)
  return backward(start + fraction * (forward(range.maximum, logarithmic) - start), logarithmic)
}

/** Keeps a range within bounds and wide enough to be read, moving it rather than narrowing it where possible. */
export function clampRange(range: IterationRange, bounds: IterationRange): IterationRange {
  const whole = bounds.maximum - bounds.minimum
  const span = Math.min(whole, Math.max(LEAST_SPAN, range.maximum - range.minimum))
  const minimum = Math.min(Math.max(range.minimum, bounds.minimum), bounds.maximum - span)
  return { minimum, maximum: minimum + span }
}

interface Step {
  range: IterationRange
  bounds: IterationRange
  logarithmic: boolean
}

/** `factor` times the range as the axis shows it (below 1 is closer), with the iteration at `fraction` held still. */
export function zoomRange({ range, bounds, logarithmic }: Step, factor: number, fraction = 0.5): IterationRange {
  const minimum = iterationAt(fraction - fraction * factor, range, logarithmic)
  const maximum = iterationAt(fraction + (1 - fraction) * factor, range, logarithmic)
  return clampRange({ minimum: Math.max(minimum, bounds.minimum), maximum: Math.min(maximum, bounds.maximum) }, bounds)
}

/** The range moved by a share of its own width as the axis shows it, without leaving the bounds. */
export function panRange({ range, bounds, logarithmic }: Step, share: number): IterationRange {
  const most = fractionOf(bounds.maximum, range, logarithmic) - 1
  const least = fractionOf(bounds.minimum, range, logarithmic)
  const moved = Math.min(most, Math.max(least, share))
  return {
    minimum: iterationAt(moved, range, logarithmic),
    maximum: iterationAt(1 + moved, range, logarithmic),
  }
}
