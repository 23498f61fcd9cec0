// numpy.random.seed, randn, random_sample and choice of NumPy's legacy RandomState, draw for draw to the last bit. All
// state lives in memory that the caller owns; the bits come from mersenne-twister.ts.
import { KEY_LENGTH, nextUnitFloat, seedTwister } from './mersenne-twister.ts'
import { naturalLogarithm } from './natural-logarithm.ts'

/** All that the next draws depend on. Copy both arrays, or share them, and another RandomState carries on exactly. */
export interface RandomStateMemory {
  /** (626): key[624], position, hasGauss, as in NumPy's get_state(). */
  words: Uint32Array
  /** (1): the second normal draw of a pair, valid while hasGauss is 1. */
  gauss: Float64Array
}

export const RANDOM_STATE_WORDS = KEY_LENGTH + 2
const HAS_GAUSS = KEY_LENGTH + 1

const SUM_TOLERANCE = Math.sqrt(Number.EPSILON)

/** Memory of its own for one RandomState, not seeded yet. */
export function allocateRandomStateMemory(): RandomStateMemory {
  return { words: new Uint32Array(RANDOM_STATE_WORDS), gauss: new Float64Array(1) }
}

/** Kahan's compensated sum, with which NumPy decides whether probabilities sum to 1. */
function compensatedSum(values: Float64Array): number {
  let sum = values[0]!
  let compensation = 0
  for (let i = 1; i < values.length; i++) {
    const corrected = values[i]! - compensation
    const next = sum + corrected
    compensation = next - sum - corrected
    sum = next
  }
  return sum
}

/** Their sum, added up one after the other. */
function sumOfProbabilities(probabilities: Float64Array): number {
  if (probabilities.length === 0) throw new RangeError('There is nothing to choose from')
  let sum = 0
  let least = 0
  for (let i = 0; i < probabilities.length; i++) {
    sum += probabilities[i]!
    least = Math.min(least, probabilities[i]!)
  }
  // Far within the tolerance no rounding decides; where one could, NumPy's own sum does.
  if (least < 0 || !(Math.abs(sum - 1) < SUM_TOLERANCE / 2)) refuseUnlessProbabilities(probabilities)
  return sum
}

function refuseUnlessProbabilities(values: Float64Array): void {
  const sum = compensatedSum(values)
  if (Number.isNaN(sum)) throw new RangeError('Probabilities contain NaN')
  const negative = values.findIndex((value) => value < 0)
  if (negative >= 0) throw new RangeError(`Probability ${negative} is negative: ${values[negative]}`)
  if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) throw new RangeError(`Probabilities sum to ${sum}, not to 1`)
}

/**
 * The generator behind `numpy.random.seed(n)`: the same seed gives the same numbers here. Agreement to the last bit is
 * with NumPy on x86-64 Linux (glibc); on another C library NumPy's own randn can differ in the last bit of some draws,
 * since it takes the logarithm from there. randomSample and choice agree everywhere.
 *
 * Seed before the first draw, unless the memory already holds the state of another RandomState.
 */
export class RandomState {
  readonly #words: Uint32Array
  readonly #gauss: Float64Array

  /** @throws RangeError when the arrays are not (626) and (1) */
  constructor(memory: RandomStateMemory) {
    if (memory.words.length !== RANDOM_STATE_WORDS || memory.gauss.length !== 1) {
      throw new RangeError(`A random state takes ${RANDOM_STATE_WORDS} words and 1 float64`)
    }
    this.#words = memory.words
    this.#gauss = memory.gauss
  }

  /**
   * Starts over, forgetting a kept normal draw: numpy.random.seed(seed).
   *
   * @throws RangeError when the seed is not an integer in 0..2^32-1
   */
  seed(seed: number): void {
    if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
      throw new RangeError(`A seed is an integer from 0 to 4294967295, not ${seed}`)
    }
    seedTwister(this.#words, seed)
    this.#words[HAS_GAUSS] = 0
    this.#gauss[0] = 0
  }

  /** Uniform in [0, 1): numpy.random.random_sample(). */
  randomSample(): number {
    return nextUnitFloat(this.#words)
  }

  /** Standard normal: numpy.random.randn(), Marsaglia's polar method, whose second draw is kept for the next call. */
  randn(): number {
    if (this.#words[HAS_GAUSS] === 1) {
      const kept = this.#gauss[0]!
      this.#words[HAS_GAUSS] = 0
      this.#gauss[0] = 0
      return kept
    }
    let x: number
    let y: number
    let squaredRadius: number
    do {
      x = 2 * this.randomSample() - 1
      y = 2 * this.randomSample() - 1
      squaredRadius = x * x + y * y
    } while (squaredRadius >= 1 || squaredRadius === 0)
    const factor = Math.sqrt((-2 * naturalLogarithm(squaredRadius)) / squaredRadius)
    this.#gauss[0] = factor * x
    this.#words[HAS_GAUSS] = 1
    return factor * y
  }

  /**
   * An index drawn with the given probabilities, one uniform draw: numpy.random.choice(len(p), p=p). Allocates nothing.
   *
   * @param probabilities (n), n >= 1
   * @throws RangeError, before anything is drawn, when n is 0, a probability is negative or NaN, or their sum is not 1
   *   within sqrt(eps), about 1.5e-8
   */
  choice(probabilities: Float64Array): number {
    const total = sumOfProbabilities(probabilities)
    const drawn = this.randomSample()
    let index = 0
    let cumulative = probabilities[0]!
    // NumPy divides the cumulative sums by the last one; the last quotient is exactly 1, above every draw.
    while (cumulative / total <= drawn) {
      index++
      cumulative += probabilities[index]!
    }
    return index
  }
}
