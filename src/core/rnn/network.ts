// One step of the recurrence, shared by training and sampling: character in, hidden state and probabilities out.
import { addProduct } from './products.ts'
import { hardmax, softmax } from './softmax.ts'
import type { Parameters } from './layout.ts'

/** h = tanh(Wxh[:, character] + Whh hprev + bh), with h and hprev (H) and `character` an index below V. */
export function hiddenState(h: Float64Array, parameters: Parameters, character: number, hprev: Float64Array): void {
  const { Wxh, Whh, bh } = parameters
  const vocabularySize = parameters.by.length
  for (let unit = 0; unit < h.length; unit++) h[unit] = Wxh[unit * vocabularySize + character]! + bh[unit]!
  addProduct(h, Whh, hprev)
  for (let unit = 0; unit < h.length; unit++) h[unit] = Math.tanh(h[unit]!)
}

/** p = softmax((Why h + by) / temperature), with p (V) and h (H); at temperature 0 all on the likeliest character. */
export function probabilities(p: Float64Array, parameters: Parameters, h: Float64Array, temperature: number): void {
  p.set(parameters.by)
  addProduct(p, parameters.Why, h)
  if (temperature === 0) hardmax(p)
  else softmax(p, temperature)
}
