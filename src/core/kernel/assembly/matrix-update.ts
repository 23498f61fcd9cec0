// The update of a matrix in panels (see panels.ts): its gradient is a sum of outer products over
// the steps of a sequence, taken in registers and used at once, so that gradients never travel further than the nearest
// cache.
import { adagrad } from './adagrad'
import { multiplyAdd } from './arithmetic'
import { PAIR_BYTES, ROWS_BYTES } from './panels'

/** Column pairs that are taken together: of a panel 1.5 KiB of gradients. */
const BLOCK_PAIRS: usize = 16
const BLOCK_BYTES: usize = BLOCK_PAIRS * PAIR_BYTES

/** Steps that are taken together: their part of the right vectors stays in the nearest cache for all panels. */
const CHUNK_STEPS: usize = 64

/**
 * Updates the panels from `first` up to `last`, with the gradient the sum over n < steps of lefts[n] transpose(rights[n])
 * and with `measures` for each panel (see adagrad.ts). `scratch` has a block of gradients for each of them. Strides are
 * in bytes.
 */
export function updateMatrix(
  W: usize,
  memory: usize,
  first: usize,
  last: usize,
  pairs: usize,
  lefts: usize,
  leftStride: usize,
  rights: usize,
  rightStride: usize,
  steps: usize,
  learningRate: f64,
  clip: f64,
  measures: usize,
  scratch: usize,
): void {
  const panelBytes = pairs * PAIR_BYTES
  // Gradients that are complete after one chunk are used before those of the next panel are made.
  const blockStride = steps > CHUNK_STEPS ? BLOCK_BYTES : 0
  for (let pair: usize = 0; pair < pairs; pair += BLOCK_PAIRS) {
    const blockPairs = min(BLOCK_PAIRS, pairs - pair)
    for (let step: usize = 0; step < steps; step += CHUNK_STEPS) {
      const chunkSteps = min(CHUNK_STEPS, steps - step)
      const right = rights + step * rightStride + (pair << 4)
      let block = scratch
      for (let panel = first; panel < last; panel++) {
        const left = lefts + step * leftStride + panel * ROWS_BYTES
        addGradients(block, step === 0, blockPairs, left, leftStride, right, rightStride, chunkSteps)
        if (step + chunkSteps === steps) {
          const at = panel * panelBytes + pair * PAIR_BYTES
          adagrad(
            W + at,
            memory + at,
            block,
            blockPairs * (PAIR_BYTES >> 4),
            learningRate,
            clip,
            measures + (panel << 6),
          )
        }
        block += blockStride
      }
    }
  }
}

/** Adds the gradients of `pairs` column pairs of a panel, as they lie in it: two rows and four pairs at a time. */
function addGradients(
  out: usize,
  isFirst: bool,
  pairs: usize,
  left: usize,
  leftStride: usize,
  right: usize,
  rightStride: usize,
  steps: usize,
): void {
  for (let pair: usize = 0; pair < pairs; pair += 4) {
    for (let rows: usize = 0; rows < ROWS_BYTES; rows += 16) {
      const to = out + (rows << 1)
      let sum00 = f64x2.splat(0)
      let sum10 = f64x2.splat(0)
      let sum01 = f64x2.splat(0)
      let sum11 = f64x2.splat(0)
      let sum02 = f64x2.splat(0)
      let sum12 = f64x2.splat(0)
      let sum03 = f64x2.splat(0)
      let sum13 = f64x2.splat(0)
      if (!isFirst) {
        sum00 = v128.load(to)
        sum10 = v128.load(to, 16)
        sum01 = v128.load(to, PAIR_BYTES)
        sum11 = v128.load(to, PAIR_BYTES + 16)
        sum02 = v128.load(to, 2 * PAIR_BYTES)
        sum12 = v128.load(to, 2 * PAIR_BYTES + 16)
        sum03 = v128.load(to, 3 * PAIR_BYTES)
        sum13 = v128.load(to, 3 * PAIR_BYTES + 16)
      }
      let l = left + rows
      let r = right
      for (let n: usize = 0; n < steps; n++) {
        const factor0 = v128.load64_splat(l)
        const factor1 = v128.load64_splat(l, 8)
        let value = v128.load(r)
        sum00 = multiplyAdd(value, factor0, sum00)
        sum10 = multiplyAdd(value, factor1, sum10)
        value = v128.load(r, 16)
        sum01 = multiplyAdd(value, factor0, sum01)
        sum11 = multiplyAdd(value, factor1, sum11)
        value = v128.load(r, 32)
        sum02 = multiplyAdd(value, factor0, sum02)
        sum12 = multiplyAdd(value, factor1, sum12)
        value = v128.load(r, 48)
        sum03 = multiplyAdd(value, factor0, sum03)
        sum13 = multiplyAdd(value, factor1, sum13)
        l += leftStride
        r += rightStride
      }
      v128.store(to, sum00)
      v128.store(to, sum10, 16)
      v128.store(to, sum01, PAIR_BYTES)
      v128.store(to, sum11, PAIR_BYTES + 16)
      v128.store(to, sum02, 2 * PAIR_BYTES)
      v128.store(to, sum12, 2 * PAIR_BYTES + 16)
      v128.store(to, sum03, 3 * PAIR_BYTES)
      v128.store(to, sum13, 3 * PAIR_BYTES + 16)
    }
    out += 4 * PAIR_BYTES
    right += 64
  }
}
