// The one source of chance of the sample texts: a seeded generator that keeps count of the surprise of every choice
// made with it. What there is to choose from is the grammars' affair.

const modulus = 2147483647
const multiplier = 48271

/** Lehmer's generator with Park and Miller's later multiplier; its products stay below 2^53, so doubles are exact. */
export class Chance {
  #state

  /** The surprise, in bits, of all choices made so far: the sum of -log2 p. */
  bits = 0

  /** @param {number} seed an integer from 1 to 2147483646 */
  constructor(seed) {
    this.#state = seed
  }

  /**
   * One of the options, each with its own probability.
   * @template {{ probability: number }} Option
   * @param {readonly Option[]} options whose probabilities add up to 1
   * @returns {Option}
   */
  pick(options) {
    this.#state = (this.#state * multiplier) % modulus
    let left = this.#state / modulus
    const chosen = options.find((option) => (left -= option.probability) < 0) ?? options[options.length - 1]
    this.bits -= Math.log2(chosen.probability)
    return chosen
  }
}
