// MT19937, the generator under NumPy's legacy RandomState: random bits, and uniform numbers made of them, from words
// that the caller owns. Other distributions are left to random-state.ts.

/** Words of the generator's key; the word after them holds the position of the next one to use. */
export const KEY_LENGTH = 624
export const POSITION = KEY_LENGTH

const SHIFT = 397
const UPPER_BIT = 0x80000000
const LOWER_BITS = 0x7fffffff
const MATRIX = 0x9908b0df

/** Fills the key of `state` (at least 625 words) from a seed of 32 bits: Matsumoto and Nishimura's init_genrand. */
export function seedTwister(state: Uint32Array, seed: number): void {
  state[0] = seed
  for (let i = 1; i < KEY_LENGTH; i++) {
    const previous = state[i - 1]!
    state[i] = Math.imul(1812433253, previous ^ (previous >>> 30)) + i
  }
  state[POSITION] = KEY_LENGTH
}

function regenerate(state: Uint32Array): void {
  for (let i = 0; i < KEY_LENGTH; i++) {
    const joined = (state[i]! & UPPER_BIT) | (state[(i + 1) % KEY_LENGTH]! & LOWER_BITS)
    state[i] = state[(i + SHIFT) % KEY_LENGTH]! ^ (joined >>> 1) ^ (joined & 1 ? MATRIX : 0)
  }
}

/**
 * The next 32 bits, as an integer in 0..2^32-1 (Matsumoto and Nishimura, "Mersenne Twister", ACM TOMACS 8, 1998).
 *
 * @throws Error when `state` was never seeded: an all-zero key yields zeros for ever
 */
export function nextWord(state: Uint32Array): number {
  let position = state[POSITION]!
  if (position === 0) throw new Error('The random generator was used before it was seeded')
  if (position === KEY_LENGTH) {
    regenerate(state)
    position = 0
  }
  state[POSITION] = position + 1
  let word = state[position]!
  word ^= word >>> 11
  word ^= (word << 7) & 0x9d2c5680
  word ^= (word << 15) & 0xefc60000
  word ^= word >>> 18
  return word >>> 0
}

/** A float64 in [0, 1) with 53 random bits, from two words. */
export function nextUnitFloat(state: Uint32Array): number {
  const upper = nextWord(state) >>> 5
  const lower = nextWord(state) >>> 6
  return (upper * 2 ** 26 + lower) / 2 ** 53
}
