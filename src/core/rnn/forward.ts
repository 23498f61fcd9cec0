// The pass forward over a sequence: hidden states, probabilities, and the loss of the characters that came.
import type { Parameters } from './layout.ts'
import { hiddenState } from './network.ts'
import { addProducts } from './products.ts'
import { softmax } from './softmax.ts'
import type { Indices, Workspace } from './workspace.ts'

/**
 * Reads `inputs` from the state in hs[0] and fills hs and ps:
 *
 *   h = tanh(Wxh[:, input] + Whh hprev + bh),   p = softmax((Why h + by) / temperature)
 *
 * Only h is a recurrence; Why h is taken for all steps at once. Returns the loss, the sum over the T characters of
 * -ln p(target), in nats a sequence; infinite when a target got probability 0.
 */
export function forward(
  parameters: Parameters,
  inputs: Indices,
  targets: Indices,
  temperature: number,
  { hs, hsAfter, ps }: Workspace,
): number {
  for (let t = 0; t < ps.length; t++) {
    hiddenState(hs[t + 1]!, parameters, inputs[t]!, hs[t]!)
    ps[t]!.set(parameters.by)
  }
  addProducts(ps, parameters.Why, hsAfter)
  let loss = 0
  for (let t = 0; t < ps.length; t++) {
    softmax(ps[t]!, temperature)
    loss -= Math.log(ps[t]![targets[t]!]!)
  }
  return loss
}
