// e to the power of x in both lanes, without a table: x = k ln 2 + r with abs(r) <= ln 2 / 2, and a power series for r.
// Within 4 units in the last place over the whole range, infinities, subnormal results and NaN included.
import { multiplyAdd, multiplySubtract } from './arithmetic'
import {
  EXP_LARGEST,
  EXP_SMALLEST,
  EXPONENT_BIAS,
  HALF,
  INVERSE_FACTORIAL_10,
  INVERSE_FACTORIAL_11,
  INVERSE_FACTORIAL_12,
  INVERSE_FACTORIAL_13,
  INVERSE_FACTORIAL_2,
  INVERSE_FACTORIAL_3,
  INVERSE_FACTORIAL_4,
  INVERSE_FACTORIAL_5,
  INVERSE_FACTORIAL_6,
  INVERSE_FACTORIAL_7,
  INVERSE_FACTORIAL_8,
  INVERSE_FACTORIAL_9,
  LN_2_HIGH,
  LN_2_LOW,
  LOG2_E,
  ONE,
  ROUNDING_SHIFT,
} from './constants'

/** k, to the nearest integer, in both lanes. */
export function powerOfTwo(x: v128): v128 {
  return f64x2.nearest(f64x2.mul(x, LOG2_E))
}

/** r = x - k ln 2. */
export function remainder(x: v128, k: v128): v128 {
  return multiplySubtract(k, LN_2_LOW, multiplySubtract(k, LN_2_HIGH, x))
}

/**
 * e to the r, less 1, for abs(r) <= 0.35: the power series, whose first term left out is below 2 to the -57. Its terms
 * are taken in pairs, and the pairs in pairs: one after the other, each would wait for the one before.
 */
export function expMinusOne(r: v128): v128 {
  const r2 = f64x2.mul(r, r)
  const r4 = f64x2.mul(r2, r2)
  const terms2 = multiplyAdd(INVERSE_FACTORIAL_3, r, INVERSE_FACTORIAL_2)
  const terms4 = multiplyAdd(INVERSE_FACTORIAL_5, r, INVERSE_FACTORIAL_4)
  const terms6 = multiplyAdd(INVERSE_FACTORIAL_7, r, INVERSE_FACTORIAL_6)
  const terms8 = multiplyAdd(INVERSE_FACTORIAL_9, r, INVERSE_FACTORIAL_8)
  const terms10 = multiplyAdd(INVERSE_FACTORIAL_11, r, INVERSE_FACTORIAL_10)
  const terms12 = multiplyAdd(INVERSE_FACTORIAL_13, r, INVERSE_FACTORIAL_12)
  const high = multiplyAdd(multiplyAdd(terms12, r2, terms10), r4, multiplyAdd(terms8, r2, terms6))
  const series = multiplyAdd(high, r4, multiplyAdd(terms4, r2, terms2))
  return multiplyAdd(series, r2, r)
}

/** 2 to the k for two whole numbers within -1022..1023, by their exponent bits. */
export function twoToThe(k: v128): v128 {
  return i64x2.shl(i64x2.add(f64x2.add(k, ROUNDING_SHIFT), EXPONENT_BIAS), 52)
}

/** In place over the pairs of entries from `first` up to `end`. */
export function exponentials(first: usize, end: usize): void {
  for (let at = first; at < end; at += 16) v128.store(at, exp(v128.load(at)))
}

function exp(argument: v128): v128 {
  // pmin and pmax give back their first operand when it is NaN.
  const x = f64x2.pmax(f64x2.pmin(argument, EXP_LARGEST), EXP_SMALLEST)
  const k = powerOfTwo(x)
  const power = f64x2.add(ONE, expMinusOne(remainder(x, k)))
  // In two factors, since 2 to the k by itself may not be a normal number.
  const half = f64x2.floor(f64x2.mul(k, HALF))
  return f64x2.mul(f64x2.mul(power, twoToThe(half)), twoToThe(f64x2.sub(k, half)))
}
