// tanh in both lanes, by way of e to the 2x less 1, so that small arguments keep all their digits. Within 4 units in the
// last place over the whole range; NaN passes through.
import { ONE, SIGN_BIT, TANH_SATURATED, TWO } from './constants'
import { expMinusOne, powerOfTwo, remainder, twoToThe } from './exponential'

/** In place over the pairs of entries from `first` up to `end`. */
export function hyperbolicTangents(first: usize, end: usize): void {
  for (let at = first; at < end; at += 16) v128.store(at, tanh(v128.load(at)))
}

function tanh(argument: v128): v128 {
  const sign = v128.and(argument, SIGN_BIT)
  const x = f64x2.pmin(f64x2.abs(argument), TANH_SATURATED)
  const doubled = f64x2.add(x, x)
  const k = powerOfTwo(doubled)
  const scale = twoToThe(k)
  const series = expMinusOne(remainder(doubled, k))
  // 2^k (series + 1) - 1, where the sum of the great terms is exact.
  const excess = f64x2.add(f64x2.mul(scale, series), f64x2.sub(scale, ONE))
  return v128.or(f64x2.div(excess, f64x2.add(excess, TWO)), sign)
}
