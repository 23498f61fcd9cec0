// a * b + c rounded once, as a processor's FMA instruction gives it, in plain float64 arithmetic: JavaScript has no
// such operation, and the C library that NumPy takes its logarithm from is compiled with it.

/** 2^27 + 1: splits a float64 into two halves of at most 26 bits, whose products with other halves are exact. */
const SPLITTER = 134217729

const float64 = new Float64Array(1)
const words = new Uint32Array(float64.buffer)
const LOW_WORD = 0
const HIGH_WORD = 1

/**
 * Adds and rounds to odd: an inexact sum becomes whichever of its two neighbours has an odd last bit. A later rounding
 * to fewer bits can then no longer mistake an inexact sum for a tie, which is what makes rounding twice safe.
 */
function addRoundedToOdd(a: number, b: number): number {
  const sum = a + b
  const bRounded = sum - a
  const error = a - (sum - bRounded) + (b - bRounded)
  if (error === 0) return sum
  float64[0] = sum
  const low = words[LOW_WORD]!
  if ((low & 1) === 1) return sum
  if (error > 0 === sum > 0) {
    words[LOW_WORD] = low + 1
  } else {
    if (low === 0) words[HIGH_WORD] = words[HIGH_WORD]! - 1
    words[LOW_WORD] = low - 1
  }
  return float64[0]
}

/**
 * The float64 nearest to a * b + c. Exact as long as nothing overflows and the product's rounding error is no subnormal
 * (abs(a), abs(b) < 2^995 and a * b = 0 or abs(a * b) > 2^-968).
 *
 * Source: S. Boldo, G. Melquiond, "Emulation of FMA and correctly rounded sums: proved algorithms using rounding to
 * odd", IEEE Transactions on Computers 57 (2008); the exact product is Dekker's, the exact sums are Knuth's.
 */
export function fusedMultiplyAdd(a: number, b: number, c: number): number {
  const aScaled = SPLITTER * a
  const aHigh = aScaled - (aScaled - a)
  const aLow = a - aHigh
  const bScaled = SPLITTER * b
  const bHigh = bScaled - (bScaled - b)
  const bLow = b - bHigh
  const product = a * b
  const productError = aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow)

  const small = c + productError
  const productErrorRounded = small - c
  const smallError = c - (small - productErrorRounded) + (productError - productErrorRounded)

  const sum = product + small
  const smallRounded = sum - product
  const sumError = product - (sum - smallRounded) + (small - smallRounded)

  return sum + addRoundedToOdd(smallError, sumError)
}
