// From a sweep to what is drawn of it: a curve a figure over the temperatures, and the temperature that suits best.
import { MATCHED_STATISTICS } from '#core/analysis/temperature-match.ts'
import type { Sweep, SweepPoint } from '#core/contract/temperatures.ts'
import type { Point } from '../charts/plot-points.ts'
import { STATISTICS, type FigureName } from './statistics.ts'

export type SweepFigure = FigureName | 'distance'

/** The measure first, then what goes into it and what does not. */
export const SWEEP_FIGURES: readonly SweepFigure[] = ['distance', ...STATISTICS.map(({ name }) => name)]

/** The point at which the text's own statistics are matched best; null while nothing is compared. */
export function bestPoint({ points }: Sweep): SweepPoint | null {
  const compared = points.filter(({ distance }) => distance !== null)
  return compared.reduce<SweepPoint | null>(
    (best, point) => (best === null || point.distance! < best.distance! ? point : best),
    null,
  )
}

/** The points of a figure's curve; temperatures at which it cannot be counted are left out. */
export function curveOf({ points }: Sweep, figure: SweepFigure): Point[] {
  return points.flatMap((point) => {
    const y = point[figure]
    return y === null ? [] : [{ x: point.temperature, y }]
  })
}

/** What the text itself has of a figure, over stretches as long as what was written; null for what it has none of. */
export function textValueOf({ reference }: Sweep, figure: SweepFigure): number | null {
  if (!reference) return null
  if (figure === 'distance') return 1
  const matched = MATCHED_STATISTICS.find((name) => name === figure)
  return matched ? reference.mean[matched] : null
}

/** The place of a temperature along the logarithmic axis of a sweep, 0 to 1. */
export function fractionOfTemperature({ temperatures }: Sweep, temperature: number): number {
  const [least, greatest] = [temperatures[0]!, temperatures.at(-1)!]
  return Math.log(temperature / least) / Math.log(greatest / least)
}

/** The temperature nearest to a place along that axis, of those that are done. */
export function temperatureNear(sweep: Sweep, fraction: number): number | null {
  const away = (temperature: number): number => Math.abs(fractionOfTemperature(sweep, temperature) - fraction)
  return sweep.points.reduce<number | null>(
    (nearest, { temperature }) => (nearest === null || away(temperature) < away(nearest) ? temperature : nearest),
    null,
  )
}
