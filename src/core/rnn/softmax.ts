// The softmax with temperature, in place, as the report computes it, and its limit at temperature 0.

/**
 * Turns logits y (V) into probabilities exp((y - max y) / temperature), divided by their sum. A low temperature sharpens
 * the distribution, a high one flattens it; subtracting the maximum keeps exp from overflowing.
 */
export function softmax(y: Float64Array, temperature: number): void {
  let maximum = -Infinity
  // A NaN must not be passed over by the comparison: a run that diverged has to show it.
  for (let i = 0; i < y.length; i++) if (!(y[i]! <= maximum)) maximum = y[i]!
  let sum = 0
  for (let i = 0; i < y.length; i++) {
    const power = Math.exp((y[i]! - maximum) / temperature)
    y[i] = power
    sum += power
  }
  for (let i = 0; i < y.length; i++) y[i]! /= sum
}

/**
 * What the softmax comes to as the temperature goes to 0: 1 for the greatest logit of y (V), the first of them when
 * several are, and 0 for all others. NaN for all when a logit is.
 */
export function hardmax(y: Float64Array): void {
  let greatest = 0
  for (let i = 0; i < y.length; i++) {
    if (Number.isNaN(y[i]!)) return void y.fill(Number.NaN)
    if (y[i]! > y[greatest]!) greatest = i
  }
  y.fill(0)
  y[greatest] = 1
}
