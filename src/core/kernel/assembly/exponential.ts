// e to the power of x in both lanes, without a table: x = k ln 2 + r with abs(r) <= ln 2 / 2, and a power series for r.
// Within 4 units in the last place over the whole range, infinities, subnormal results and NaN included.
import { multiplyAdd } from './arithmetic'

const LOG2_E: f64 = 1.4426950408889634
/** ln 2 in two parts; the first has 21 trailing zero bits, so that its product with k is exact. */
const LN_2_HIGH: f64 = 6.9314718036912381649e-1
const LN_2_LOW: f64 = 1.90821492927058770002e-10

/** Beyond these every result is infinite or 0. */
const LARGEST: f64 = 720
const SMALLEST: f64 = -760

/** k, to the nearest integer, in both lanes. */
export function powerOfTwo(x: v128): v128 {
  return f64x2.nearest(f64x2.mul(x, f64x2.splat(LOG2_E)))
}

/** r = x - k ln 2. */
export function remainder(x: v128, k: v128): v128 {
  const high = f64x2.sub(x, f64x2.mul(k, f64x2.splat(LN_2_HIGH)))
  return f64x2.sub(high, f64x2.mul(k, f64x2.splat(LN_2_LOW)))
}

/** e to the r, less 1, for abs(r) <= 0.35: the power series, whose first term left out is below 2 to the -57. */
export function expMinusOne(r: v128): v128 {
  let series = f64x2.splat(1.0 / 6227020800.0)
  series = multiplyAdd(series, r, f64x2.splat(1.0 / 479001600.0))
  series = multiplyAdd(series, r, f64x2.splat(1.0 / 39916800.0))
  series = multiplyAdd(series, r, f64x2.splat(1.0 / 3628800.0))
  series = multiplyAdd(series, r, f64x2.splat(1.0 / 362880.0))
  series = multiplyAdd(series, r, f64x2.splat(1.0 / 40320.0))
  series = multiplyAdd(series, r, f64x2.splat(1.0 / 5040.0))
  series = multiplyAdd(series, r, f64x2.splat(1.0 / 720.0))
  series = multiplyAdd(series, r, f64x2.splat(1.0 / 120.0))
  series = multiplyAdd(series, r, f64x2.splat(1.0 / 24.0))
  series = multiplyAdd(series, r, f64x2.splat(1.0 / 6.0))
  series = multiplyAdd(series, r, f64x2.splat(0.5))
  return multiplyAdd(series, f64x2.mul(r, r), r)
}

/** 2 to the k for two whole numbers within -1022..1023, by their exponent bits. */
export function twoToThe(k: v128): v128 {
  // Adding 1.5 x 2^52 leaves k in the lowest bits of the sum.
  const shifted = f64x2.add(k, f64x2.splat(6755399441055744.0))
  return i64x2.shl(i64x2.add(shifted, i64x2.splat(1023)), 52)
}

/** In place over the pairs of entries from `first` up to `end`. */
export function exponentials(first: usize, end: usize): void {
  for (let at = first; at < end; at += 16) v128.store(at, exp(v128.load(at)))
}

/** It has one caller, into which the compiler puts it, so that its constants are made once and not at every pair. */
function exp(argument: v128): v128 {
  // pmin and pmax give back their first operand when it is NaN.
  const x = f64x2.pmax(f64x2.pmin(argument, f64x2.splat(LARGEST)), f64x2.splat(SMALLEST))
  const k = powerOfTwo(x)
  const power = f64x2.add(f64x2.splat(1), expMinusOne(remainder(x, k)))
  // In two factors, since 2 to the k by itself may not be a normal number.
  const half = f64x2.floor(f64x2.mul(k, f64x2.splat(0.5)))
  return f64x2.mul(f64x2.mul(power, twoToThe(half)), twoToThe(f64x2.sub(k, half)))
}
