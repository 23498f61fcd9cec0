// What can be said about an array of numbers at a glance.
import type { ArrayFigures, MemoryFigures } from '../contract/snapshots.ts'
import { histogram } from './histogram.ts'
import { pairwiseSum } from './pairwise-sum.ts'

function largest(values: Float64Array, key: (value: number) => number): number {
  return values.reduce((best, value) => Math.max(best, key(value)), -Infinity)
}

/** sqrt of the sum of squares; scaled, so that squares neither overflow nor vanish. */
export function euclideanNorm(values: Float64Array): number {
  const scale = largest(values, Math.abs)
  if (scale === 0) return 0
  return scale * Math.sqrt(pairwiseSum(values.map((value) => (value / scale) ** 2)))
}

/**
 * The figures of an array: numpy.mean, std (of the population), min, max, linalg.norm and histogram.
 *
 * @param values finite, rows times columns of them, at least one
 * @param bins how many the histogram has
 */
export function arrayFigures(values: Float64Array, shape: [rows: number, columns: number], bins: number): ArrayFigures {
  const mean = pairwiseSum(values) / values.length
  const squaredDeviations = values.map((value) => (value - mean) * (value - mean))
  const minimum = -largest(values, (value) => -value)
  const maximum = largest(values, (value) => value)
  return {
    shape,
    mean,
    standardDeviation: Math.sqrt(pairwiseSum(squaredDeviations) / values.length),
    minimum,
    maximum,
    norm: euclideanNorm(values),
    histogram: histogram(values, minimum, maximum, bins),
  }
}

/** The same of sums of squares, none of them negative, with the spread of their logarithms. */
export function memoryFigures(
  values: Float64Array,
  shape: [rows: number, columns: number],
  bins: number,
): MemoryFigures {
  const logarithms = values.filter((value) => value > 0).map(Math.log10)
  const [minimum, maximum] = [-largest(logarithms, (value) => -value), largest(logarithms, (value) => value)]
  const spread = { minimum, maximum, histogram: histogram(logarithms, minimum, maximum, bins) }
  return {
    ...arrayFigures(values, shape, bins),
    logarithms: logarithms.length > 0 ? spread : null,
    zeros: values.length - logarithms.length,
  }
}
