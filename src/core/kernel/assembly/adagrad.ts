// Clipping and Adagrad over entries that lie together, with the measures of the update that the pass yields anyway.

/** Added under the square root, as in the report. */
const EPSILON: f64 = 1e-8

/**
 * g = clip(g); memory += g g; parameters -= learningRate g / sqrt(memory + 1e-8) over the `pairs` pairs of entries of
 * three arrays. Adds to `measures`, in two lanes each: squares of g before clipping, squares of the parameters
 * afterwards, and the number of entries that were clipped.
 */
export function adagrad(
  parameters: usize,
  memory: usize,
  gradients: usize,
  pairs: usize,
  learningRate: f64,
  clip: f64,
  measures: usize,
): void {
  const rate = f64x2.splat(learningRate)
  const highest = f64x2.splat(clip)
  const lowest = f64x2.splat(-clip)
  const one = f64x2.splat(1)
  const epsilon = f64x2.splat(EPSILON)
  let gradientSquares = v128.load(measures)
  let parameterSquares = v128.load(measures, 16)
  let clipped = v128.load(measures, 32)
  const end = pairs << 4
  for (let at: usize = 0; at < end; at += 16) {
    let g = v128.load(gradients + at)
    gradientSquares = f64x2.add(gradientSquares, f64x2.mul(g, g))
    clipped = f64x2.add(clipped, v128.and(f64x2.gt(f64x2.abs(g), highest), one))
    // pmin and pmax give back their first operand when it is NaN: a run that diverged has to show it.
    g = f64x2.pmax(f64x2.pmin(g, highest), lowest)
    const squares = f64x2.add(v128.load(memory + at), f64x2.mul(g, g))
    v128.store(memory + at, squares)
    const step = f64x2.div(f64x2.mul(rate, g), f64x2.sqrt(f64x2.add(squares, epsilon)))
    const parameter = f64x2.sub(v128.load(parameters + at), step)
    v128.store(parameters + at, parameter)
    parameterSquares = f64x2.add(parameterSquares, f64x2.mul(parameter, parameter))
  }
  v128.store(measures, gradientSquares)
  v128.store(measures, parameterSquares, 16)
  v128.store(measures, clipped, 32)
}

/** The sum of the squares of `pairs` pairs of entries, with the very roundings of `adagrad`. */
export function sumOfSquares(values: usize, pairs: usize): f64 {
  let sum = f64x2.splat(0)
  const end = values + (pairs << 4)
  for (let at = values; at < end; at += 16) {
    const value = v128.load(at)
    sum = f64x2.add(sum, f64x2.mul(value, value))
  }
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1)
}
