// The kernel: one training step, and the forward pass alone, over arrays that the host has placed in shared memory.
// Nothing is allocated here and nothing kept but where the arrays lie. core/kernel/kernel.ts is the host's side.
import { multiplyAdd } from './arithmetic'

export * from './arrays'
export * from './constants'
export { logitGradients, stateGradients } from './backward'
export { exponentials } from './exponential'
export { hiddenStates, probabilities, readOn } from './forward'
export { hyperbolicTangents } from './hyperbolic-tangent'
export { beginColumns, updateRest, updateWhh, updateWhy } from './update'

/** True when a product and a sum are rounded once, which relaxed SIMD leaves to the processor. */
export function isFused(): bool {
  // (1 + 2^-30)^2 - (1 + 2^-29) is 2^-60 exactly, and 0 when the product was rounded by itself.
  const a = f64x2.splat(1 + 9.313225746154785e-10)
  const b = f64x2.splat(-(1 + 1.862645149230957e-9))
  return f64x2.extract_lane(multiplyAdd(a, a, b), 0) !== 0
}
