// Products with the transpose of a matrix in panels (see panels.ts). A panel is read from end to end while its factors
// stay in registers, so that no second copy of the matrix is needed.
import { multiplyAdd } from './arithmetic'
import { PAIR_BYTES, ROWS_BYTES } from './panels'

/**
 * out[n] += transpose(W) ys[n] for n < count, with W of `panels` panels of `pairs` column pairs, an even number. Strides
 * are in bytes; the rows of `ys` have as many entries as the panels rows.
 */
export function addTransposedProducts(
  out: usize,
  outStride: usize,
  W: usize,
  panels: usize,
  pairs: usize,
  ys: usize,
  yStride: usize,
  count: usize,
): void {
  let n: usize = 0
  for (; n + 4 <= count; n += 4) {
    addFourTransposedProducts(out + n * outStride, outStride, W, panels, pairs, ys + n * yStride, yStride)
  }
  for (; n < count; n++) addTransposedProduct(out + n * outStride, W, panels, pairs, ys + n * yStride)
}

function addTransposedProduct(out: usize, W: usize, panels: usize, pairs: usize, y: usize): void {
  let w = W
  const panelBytes = pairs * PAIR_BYTES
  const end = W + panels * panelBytes
  while (w < end) {
    const y0 = v128.load64_splat(y)
    const y1 = v128.load64_splat(y, 8)
    const y2 = v128.load64_splat(y, 16)
    const y3 = v128.load64_splat(y, 24)
    const y4 = v128.load64_splat(y, 32)
    const y5 = v128.load64_splat(y, 40)
    y += ROWS_BYTES
    const panelEnd = w + panelBytes
    for (let to = out; w < panelEnd; w += PAIR_BYTES, to += 16) {
      let even = multiplyAdd(v128.load(w), y0, v128.load(to))
      let odd = f64x2.mul(v128.load(w, 16), y1)
      even = multiplyAdd(v128.load(w, 32), y2, even)
      odd = multiplyAdd(v128.load(w, 48), y3, odd)
      even = multiplyAdd(v128.load(w, 64), y4, even)
      odd = multiplyAdd(v128.load(w, 80), y5, odd)
      v128.store(to, f64x2.add(even, odd))
    }
  }
}

/** Two column pairs for four vectors at a time, down all panels. */
function addFourTransposedProducts(
  out: usize,
  outStride: usize,
  W: usize,
  panels: usize,
  pairs: usize,
  y0: usize,
  yStride: usize,
): void {
  const panelBytes = pairs * PAIR_BYTES
  const out1 = out + outStride
  const out2 = out1 + outStride
  const out3 = out2 + outStride
  const y1 = y0 + yStride
  const y2 = y1 + yStride
  const y3 = y2 + yStride
  const end = W + panelBytes
  let column: usize = 0
  for (let tile = W; tile < end; tile += 2 * PAIR_BYTES, column += 32) {
    let sum00 = v128.load(out + column)
    let sum10 = v128.load(out + column, 16)
    let sum01 = v128.load(out1 + column)
    let sum11 = v128.load(out1 + column, 16)
    let sum02 = v128.load(out2 + column)
    let sum12 = v128.load(out2 + column, 16)
    let sum03 = v128.load(out3 + column)
    let sum13 = v128.load(out3 + column, 16)
    let row: usize = 0
    let panel = tile
    for (let count = panels; count > 0; count--) {
      const panelEnd = panel + PAIR_BYTES
      for (let w = panel; w < panelEnd; w += 16, row += 8) {
        const w0 = v128.load(w)
        const w1 = v128.load(w, PAIR_BYTES)
        let factor = v128.load64_splat(y0 + row)
        sum00 = multiplyAdd(w0, factor, sum00)
        sum10 = multiplyAdd(w1, factor, sum10)
        factor = v128.load64_splat(y1 + row)
        sum01 = multiplyAdd(w0, factor, sum01)
        sum11 = multiplyAdd(w1, factor, sum11)
        factor = v128.load64_splat(y2 + row)
        sum02 = multiplyAdd(w0, factor, sum02)
        sum12 = multiplyAdd(w1, factor, sum12)
        factor = v128.load64_splat(y3 + row)
        sum03 = multiplyAdd(w0, factor, sum03)
        sum13 = multiplyAdd(w1, factor, sum13)
      }
      panel += panelBytes
    }
    v128.store(out + column, sum00)
    v128.store(out + column, sum10, 16)
    v128.store(out1 + column, sum01)
    v128.store(out1 + column, sum11, 16)
    v128.store(out2 + column, sum02)
    v128.store(out2 + column, sum12, 16)
    v128.store(out3 + column, sum03)
    v128.store(out3 + column, sum13, 16)
  }
}
