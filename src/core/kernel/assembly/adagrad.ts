// Clipping and Adagrad over entries that lie together, with the measures of the update that the passes yield anyway. Two
// pairs of entries are taken at a time, and little is kept between them, so that all of it stays in registers.
import { multiplyAdd, multiplySubtract } from './arithmetic'
import { EPSILON, HALF, ONE, THREE_EIGHTHS } from './constants'

/**
 * g = clip(g); memory += g g; parameters -= learningRate g / sqrt(memory + 1e-8) over the `pairs` pairs of entries of
 * three arrays, an even number. Adds to `measures`, in two lanes each: squares of g before clipping, squares of the
 * parameters afterwards, and the number of entries that were clipped.
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
  clipGradients(gradients, pairs << 4, clip, measures)
  update(parameters, memory, gradients, pairs << 4, learningRate, measures)
}

function clipGradients(gradients: usize, bytes: usize, clip: f64, measures: usize): void {
  const highest = f64x2.splat(clip)
  const lowest = f64x2.splat(-clip)
  let squares0 = f64x2.splat(0)
  let squares1 = f64x2.splat(0)
  let clipped = i64x2.splat(0)
  for (let at = gradients; at < gradients + bytes; at += 32) {
    const g0 = v128.load(at)
    const g1 = v128.load(at, 16)
    squares0 = multiplyAdd(g0, g0, squares0)
    squares1 = multiplyAdd(g1, g1, squares1)
    // pmin and pmax give back their first operand when it is NaN: a run that diverged has to show it.
    const clipped0 = f64x2.pmax(f64x2.pmin(g0, highest), lowest)
    const clipped1 = f64x2.pmax(f64x2.pmin(g1, highest), lowest)
    v128.store(at, clipped0)
    v128.store(at, clipped1, 16)
    // A comparison that holds gives -1.
    clipped = i64x2.sub(clipped, i64x2.add(f64x2.ne(clipped0, g0), f64x2.ne(clipped1, g1)))
  }
  v128.store(measures, f64x2.add(v128.load(measures), f64x2.add(squares0, squares1)))
  const count = i64x2.extract_lane(clipped, 0) + i64x2.extract_lane(clipped, 1)
  store<f64>(measures, load<f64>(measures, 32) + <f64>count, 32)
}

function update(parameters: usize, memory: usize, gradients: usize, bytes: usize, rate: f64, measures: usize): void {
  let squares0 = f64x2.splat(0)
  let squares1 = f64x2.splat(0)
  for (let at: usize = 0; at < bytes; at += 32) {
    const g0 = v128.load(gradients + at)
    const g1 = v128.load(gradients + at, 16)
    let x0 = multiplyAdd(g0, g0, v128.load(memory + at))
    let x1 = multiplyAdd(g1, g1, v128.load(memory + at, 16))
    v128.store(memory + at, x0)
    v128.store(memory + at, x1, 16)
    x0 = f64x2.add(x0, EPSILON)
    x1 = f64x2.add(x1, EPSILON)
    const near = nearInverseRoots(x0, x1)
    const step0 = f64x2.mul(f64x2.mul(g0, f64x2.splat(rate)), refine(f64x2.promote_low_f32x4(near), x0))
    const parameter0 = f64x2.sub(v128.load(parameters + at), step0)
    v128.store(parameters + at, parameter0)
    squares0 = multiplyAdd(parameter0, parameter0, squares0)
    const high = v128.shuffle<f64>(near, near, 1, 1)
    const step1 = f64x2.mul(f64x2.mul(g1, f64x2.splat(rate)), refine(f64x2.promote_low_f32x4(high), x1))
    const parameter1 = f64x2.sub(v128.load(parameters + at, 16), step1)
    v128.store(parameters + at, parameter1, 16)
    squares1 = multiplyAdd(parameter1, parameter1, squares1)
  }
  v128.store(measures, f64x2.add(v128.load(measures, 16), f64x2.add(squares0, squares1)), 16)
}

/**
 * 1 / sqrt of four positive numbers, to about 7 digits: float32 has both operations at a third of float64's time. Beyond
 * float32's range it is 0, as a step would be to every digit after so many squares.
 */
function nearInverseRoots(x0: v128, x1: v128): v128 {
  const xs = v128.shuffle<f64>(f32x4.demote_f64x2_zero(x0), f32x4.demote_f64x2_zero(x1), 0, 2)
  return f32x4.div(f32x4.splat(1), f32x4.sqrt(xs))
}

/** From a value near 1 / sqrt(x) to all its digits, in one step of third order. */
function refine(near: v128, x: v128): v128 {
  const e = multiplySubtract(f64x2.mul(x, near), near, ONE)
  return multiplyAdd(f64x2.mul(near, e), multiplyAdd(e, THREE_EIGHTHS, HALF), near)
}

/** The sum of the squares of `pairs` pairs of entries, an even number, with the very roundings of `adagrad`. */
export function sumOfSquares(values: usize, pairs: usize): f64 {
  let sum0 = f64x2.splat(0)
  let sum1 = f64x2.splat(0)
  for (let at = values; at < values + (pairs << 4); at += 32) {
    const value0 = v128.load(at)
    const value1 = v128.load(at, 16)
    sum0 = multiplyAdd(value0, value0, sum0)
    sum1 = multiplyAdd(value1, value1, sum1)
  }
  const sum = f64x2.add(sum0, sum1)
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1)
}
