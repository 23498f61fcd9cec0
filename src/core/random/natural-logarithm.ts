// The natural logarithm as glibc computes it, to the last bit, for NumPy's normal draws. The engine's own Math.log is a
// different algorithm (fdlibm's) whose last bit differs for 7% of a uniform draw. The figures are in the table's file.
import { fusedMultiplyAdd } from './fused-multiply-add.ts'
import { INTERVALS, LN2_HIGH, LN2_LOW, NEAR_ONE_POLYNOMIAL, POLYNOMIAL } from './natural-logarithm-table.ts'

const [A2, A3, A4, A5, A6] = POLYNOMIAL
const [B2, B3, B4, B5, B6, B7, B8, B9, B10, B11, B12] = NEAR_ONE_POLYNOMIAL

const SMALLEST_NORMAL = 2 ** -1022
const NEAR_ONE_FROM = 1 - 1 / 16
const NEAR_ONE_BELOW = 1 + 265 / 4096
const TWO_TO_27 = 2 ** 27

/** The upper 32 bits of 0.6875, where the table's intervals begin; the lower 32 are zero. */
const TABLE_START_HIGH = 0x3fe60000

const float64 = new Float64Array(1)
const words = new Int32Array(float64.buffer)
const HIGH_WORD = 1

function logarithmNearOne(x: number): number {
  const r = x - 1
  const r2 = r * r
  const r3 = r * r2
  const terms3To5 = fusedMultiplyAdd(r2, B5, fusedMultiplyAdd(r, B4, B3))
  const terms6To8 = fusedMultiplyAdd(r2, B8, fusedMultiplyAdd(r, B7, B6))
  const terms9To12 = fusedMultiplyAdd(r3, B12, fusedMultiplyAdd(r2, B11, fusedMultiplyAdd(r, B10, B9)))
  const series = fusedMultiplyAdd(fusedMultiplyAdd(terms9To12, r3, terms6To8), r3, terms3To5)

  // r - r^2 / 2 needs more bits than one number has. The square of r's upper 26 bits is exact, so that it makes no
  // difference here which of its sums glibc fuses; they are fused below only where a product is rounded.
  const scaled = r * TWO_TO_27
  const rHigh = r + scaled - scaled
  const rLow = r - rHigh
  const halfSquare = rHigh * rHigh * B2
  const high = r + halfSquare
  const low = fusedMultiplyAdd(B2 * rLow, r + rHigh, r - high + halfSquare)
  return high + fusedMultiplyAdd(series, r3, low)
}

/**
 * log x, bit for bit that of glibc (2.36; the algorithm is there since 2.28) on x86-64 processors with FMA. NumPy calls
 * the C library that it runs on: on macOS, on Windows or without FMA it can itself differ from this in the last bit.
 *
 * x = 2^k z with z in [0.6875, 1.375) and c the point tabled for z's interval: log x = k ln 2 + log c + log(z / c).
 *
 * @param x any normal positive float64
 * @throws RangeError for anything else: zero, subnormal, negative, infinite or NaN
 */
export function naturalLogarithm(x: number): number {
  if (!(x >= SMALLEST_NORMAL && x < Infinity))
    throw new RangeError(`No logarithm of ${x}: not a normal positive number`)
  if (x >= NEAR_ONE_FROM && x < NEAR_ONE_BELOW) return logarithmNearOne(x)

  float64[0] = x
  const xHigh = words[HIGH_WORD]!
  const offset = xHigh - TABLE_START_HIGH
  const k = offset >> 20
  const interval = (offset >> 13) & 127
  words[HIGH_WORD] = xHigh - (k << 20)
  const z = float64[0]
  const inverseC = INTERVALS[2 * interval]!
  const logC = INTERVALS[2 * interval + 1]!

  const r = fusedMultiplyAdd(z, inverseC, -1)
  const r2 = r * r
  const large = k * LN2_HIGH + logC
  const high = large + r
  const rounding = fusedMultiplyAdd(k, LN2_LOW, large - high + r)
  const low = fusedMultiplyAdd(r2, A2, rounding)
  const series = fusedMultiplyAdd(fusedMultiplyAdd(r, A6, A5), r2, fusedMultiplyAdd(r, A4, A3))
  return fusedMultiplyAdd(r * r2, series, low) + high
}
