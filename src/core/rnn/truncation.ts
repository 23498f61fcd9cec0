// Drawing among the likeliest characters only: top-k (Fan, Lewis and Dauphin 2018) and top-p, the nucleus (Holtzman et
// al. 2020). What is left out gets probability 0, and the rest is scaled to sum to 1.

export interface Truncation {
  /** So many of the likeliest characters are kept; null keeps all. */
  topK: number | null
  /** The fewest of the likeliest that together reach this share are kept; null keeps all. */
  topP: number | null
}

/**
 * Cuts the probabilities p (V) down in place: to the topK likeliest first, then, of what those have, to the topP share.
 * Among equal ones those with the lower index stay. Leaves p to the bit when both are null.
 */
export function truncate(p: Float64Array, { topK, topP }: Truncation): void {
  if (topK === null && topP === null) return
  const likeliest = Array.from(p.keys()).sort((a, b) => p[b]! - p[a]! || a - b)
  let kept = Math.min(topK ?? p.length, p.length)
  const massOf = (count: number): number => likeliest.slice(0, count).reduce((sum, index) => sum + p[index]!, 0)
  if (topP !== null) {
    const enough = topP * massOf(kept)
    let mass = p[likeliest[0]!]!
    let needed = 1
    while (needed < kept && mass < enough) mass += p[likeliest[needed++]!]!
    kept = needed
  }
  const total = massOf(kept)
  for (const index of likeliest.slice(0, kept)) p[index]! /= total
  for (const index of likeliest.slice(kept)) p[index] = 0
}
