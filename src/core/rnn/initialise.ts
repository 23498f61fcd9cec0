// The starting parameters: small normal weights, zero biases.
import type { RandomState } from '../random/random-state.ts'
import type { Parameters } from './layout.ts'

/** Draws Wxh, Whh and Why in this order, row by row, as randn() * 0.01; the biases become 0. */
export function initialise(parameters: Parameters, random: RandomState): void {
  for (const W of [parameters.Wxh, parameters.Whh, parameters.Why]) {
    for (let i = 0; i < W.length; i++) W[i] = random.randn() * 0.01
  }
  parameters.bh.fill(0)
  parameters.by.fill(0)
}
