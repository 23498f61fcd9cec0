// The pass back through time: what the loss says about the logits (into ys) and about the states before their tanh (into
// dhs). The gradients of the parameters are made where they are used, in update.ts.
import {
  dhs,
  hiddenPairs,
  hiddenPanels,
  hiddenStride,
  hsAfter,
  targetProbabilities,
  targets,
  vocabularyPanels,
  vocabularyStride,
  Whh,
  Why,
  ys,
} from './arrays'
import { addTransposedProducts } from './transposed-products'

/** Keeps p(target) of the `count` rows from `row` on and turns them into dy = (p - onehot(target)) / divisor. */
export function logitGradients(row: usize, count: usize, divisor: f64): void {
  for (let n = row; n < row + count; n++) {
    const y = ys + n * vocabularyStride
    const target = y + (load<u32>(targets + (n << 2)) << 3)
    const probability = load<f64>(target)
    store<f64>(targetProbabilities + (n << 3), probability)
    store<f64>(target, probability - 1)
    if (divisor === 1) continue
    const end = y + vocabularyStride
    for (let at = y; at < end; at += 16) v128.store(at, f64x2.div(v128.load(at), f64x2.splat(divisor)))
  }
}

/** dhraw = (transpose(Why) dy + transpose(Whh) dhraw of the next step) * (1 - h * h), rows as in `hiddenStates`. */
export function stateGradients(row: usize, streams: usize, steps: usize): void {
  const count = streams * steps
  const first = row * hiddenStride
  const dys = ys + row * vocabularyStride
  memory.fill(dhs + first, 0, count * hiddenStride)
  addTransposedProducts(dhs + first, hiddenStride, Why, vocabularyPanels, hiddenPairs, dys, vocabularyStride, count)
  const stepBytes = streams * hiddenStride
  for (let at = first + count * hiddenStride; at > first;) {
    at -= stepBytes
    const dh = dhs + at
    timesSlope(dh, hsAfter + at, stepBytes)
    if (at > first) {
      addTransposedProducts(dh - stepBytes, hiddenStride, Whh, hiddenPanels, hiddenPairs, dh, hiddenStride, streams)
    }
  }
}

/** dh *= 1 - h h, the slope of tanh where it is h. */
function timesSlope(dh: usize, h: usize, bytes: usize): void {
  const one = f64x2.splat(1)
  for (let at: usize = 0; at < bytes; at += 16) {
    const state = v128.load(h + at)
    const slope = f64x2.sub(one, f64x2.mul(state, state))
    v128.store(dh + at, f64x2.mul(v128.load(dh + at), slope))
  }
}
