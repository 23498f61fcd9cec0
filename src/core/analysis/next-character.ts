// What can be said of one distribution over the next character, and of the character that was drawn from it.

/** The most characters named beside the one that was drawn. */
export const ALTERNATIVES = 5

/** Entropy of the probabilities p (V) in bits, -sum p log2 p, where 0 log 0 is 0 (Shannon 1948). */
export function entropyBits(p: Float64Array): number {
  let entropy = 0
  for (let i = 0; i < p.length; i++) if (p[i]! > 0) entropy -= p[i]! * Math.log2(p[i]!)
  return entropy
}

/** The place of a character among all by probability, 1 for the likeliest; among equal ones the lower index comes first. */
export function rankOf(p: Float64Array, character: number): number {
  const own = p[character]!
  let rank = 1
  for (let i = 0; i < p.length; i++) if (p[i]! > own || (p[i]! === own && i < character)) rank++
  return rank
}

/** The indices of the likeliest characters, most likely first: at most ALTERNATIVES. */
export function likeliest(p: Float64Array, count = Math.min(ALTERNATIVES, p.length)): number[] {
  const best: number[] = []
  for (let i = 0; i < p.length; i++) {
    if (best.length === count && p[i]! <= p[best[count - 1]!]!) continue
    let place = best.length
    while (place > 0 && p[i]! > p[best[place - 1]!]!) place--
    best.splice(place, 0, i)
    if (best.length > count) best.pop()
  }
  return best
}
