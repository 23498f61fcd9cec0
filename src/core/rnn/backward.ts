// The pass back through time: the gradient of the loss with respect to every parameter, unclipped.
import type { Parameters } from './layout.ts'
import { addOuterProducts } from './outer-products.ts'
import { addTransposedProduct } from './products.ts'
import type { Indices, Workspace } from './workspace.ts'

/**
 * Adds to `gradients` what follows from what `forward` left in the workspace, whose ps become the logits' gradients on the way:
 *
 *   dy = (p - onehot(target)) / divisor
 *   dhraw = (transpose(Why) dy + dhnext) * (1 - h * h),   dhnext = transpose(Whh) dhraw
 *   dWhy = sum dy transpose(h),  dWhh = sum dhraw transpose(hprev),  dWxh[:, input] = sum dhraw,  dby, dbh = sums
 *
 * Only dhraw is a recurrence; the sums over time are taken at its end, each as one product.
 */
export function backward(
  parameters: Parameters,
  gradients: Parameters,
  inputs: Indices,
  targets: Indices,
  divisor: number,
  { hsBefore, hsAfter, ps, dhraw, dhnext }: Workspace,
): void {
  const dys = ps
  for (let t = 0; t < dys.length; t++) {
    const dy = dys[t]!
    dy[targets[t]!]! -= 1
    for (let i = 0; i < dy.length; i++) dy[i]! /= divisor
  }

  dhnext.fill(0)
  for (let t = dys.length - 1; t >= 0; t--) {
    const dh = dhraw[t]!
    const h = hsAfter[t]!
    dh.set(dhnext)
    addTransposedProduct(dh, parameters.Why, dys[t]!)
    for (let unit = 0; unit < dh.length; unit++) dh[unit]! *= 1 - h[unit]! * h[unit]!
    dhnext.fill(0)
    addTransposedProduct(dhnext, parameters.Whh, dh)
  }

  addOuterProducts(gradients.Why, dys, hsAfter)
  addOuterProducts(gradients.Whh, dhraw, hsBefore)
  for (let t = 0; t < dys.length; t++) {
    addColumn(gradients.Wxh, inputs[t]!, dhraw[t]!)
    addVector(gradients.bh, dhraw[t]!)
    addVector(gradients.by, dys[t]!)
  }
}

/** W[:, column] += values, with W (rows, columns) and values (rows). */
function addColumn(W: Float64Array, column: number, values: Float64Array): void {
  const columns = W.length / values.length
  for (let row = 0; row < values.length; row++) W[row * columns + column]! += values[row]!
}

function addVector(out: Float64Array, values: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i]! += values[i]!
}
