// Products with a matrix in panels (see panels.ts): W x for one vector or for many. A row's sum is kept in two lanes,
// those of the even and the odd columns, and added up at its end.
import { multiplyAdd, sumLanes } from './arithmetic'
import { PAIR_BYTES, ROWS_BYTES } from './panels'

/**
 * out[n] += W xs[n] for n < count, with W of `panels` panels of `pairs` column pairs. Strides are in bytes; the rows of
 * `out` have room for all rows of the panels.
 */
export function addProducts(
  out: usize,
  outStride: usize,
  W: usize,
  panels: usize,
  pairs: usize,
  xs: usize,
  xStride: usize,
  count: usize,
): void {
  const panelBytes = pairs * PAIR_BYTES
  let n: usize = 0
  while (n + 4 <= count) {
    // A panel that was fetched serves eight vectors before the next one is.
    const last = min(n + 8, count & ~3)
    for (let panel: usize = 0; panel < panels; panel++) {
      for (let tile = n; tile < last; tile += 4) {
        const to = out + tile * outStride + panel * ROWS_BYTES
        addFourProducts(to, outStride, W + panel * panelBytes, pairs, xs + tile * xStride, xStride)
      }
    }
    n = last
  }
  for (; n < count; n++) addProduct(out + n * outStride, W, panels, pairs, xs + n * xStride)
}

/** Six rows at a time. */
function addProduct(out: usize, W: usize, panels: usize, pairs: usize, x: usize): void {
  let w = W
  const panelBytes = pairs * PAIR_BYTES
  const end = W + panels * panelBytes
  while (w < end) {
    let sum0 = f64x2.splat(0)
    let sum1 = f64x2.splat(0)
    let sum2 = f64x2.splat(0)
    let sum3 = f64x2.splat(0)
    let sum4 = f64x2.splat(0)
    let sum5 = f64x2.splat(0)
    const panelEnd = w + panelBytes
    for (let xAt = x; w < panelEnd; w += PAIR_BYTES, xAt += 16) {
      const value = v128.load(xAt)
      sum0 = multiplyAdd(v128.load(w), value, sum0)
      sum1 = multiplyAdd(v128.load(w, 16), value, sum1)
      sum2 = multiplyAdd(v128.load(w, 32), value, sum2)
      sum3 = multiplyAdd(v128.load(w, 48), value, sum3)
      sum4 = multiplyAdd(v128.load(w, 64), value, sum4)
      sum5 = multiplyAdd(v128.load(w, 80), value, sum5)
    }
    v128.store(out, f64x2.add(v128.load(out), sumLanes(sum0, sum1)))
    v128.store(out, f64x2.add(v128.load(out, 16), sumLanes(sum2, sum3)), 16)
    v128.store(out, f64x2.add(v128.load(out, 32), sumLanes(sum4, sum5)), 32)
    out += ROWS_BYTES
  }
}

/** A panel's part of the product for four vectors, two rows at a time, so that what is loaded serves more than once. */
function addFourProducts(out: usize, outStride: usize, panel: usize, pairs: usize, xs: usize, xStride: usize): void {
  const panelBytes = pairs * PAIR_BYTES
  const xs1 = xs + xStride
  const xs2 = xs1 + xStride
  const xs3 = xs2 + xStride
  for (let row: usize = 0; row < PAIR_BYTES; row += 32) {
    let sum00 = f64x2.splat(0)
    let sum10 = f64x2.splat(0)
    let sum01 = f64x2.splat(0)
    let sum11 = f64x2.splat(0)
    let sum02 = f64x2.splat(0)
    let sum12 = f64x2.splat(0)
    let sum03 = f64x2.splat(0)
    let sum13 = f64x2.splat(0)
    let w = panel + row
    const end = w + panelBytes
    for (let at: usize = 0; w < end; w += PAIR_BYTES, at += 16) {
      const w0 = v128.load(w)
      const w1 = v128.load(w, 16)
      let value = v128.load(xs + at)
      sum00 = multiplyAdd(w0, value, sum00)
      sum10 = multiplyAdd(w1, value, sum10)
      value = v128.load(xs1 + at)
      sum01 = multiplyAdd(w0, value, sum01)
      sum11 = multiplyAdd(w1, value, sum11)
      value = v128.load(xs2 + at)
      sum02 = multiplyAdd(w0, value, sum02)
      sum12 = multiplyAdd(w1, value, sum12)
      value = v128.load(xs3 + at)
      sum03 = multiplyAdd(w0, value, sum03)
      sum13 = multiplyAdd(w1, value, sum13)
    }
    let to = out + (row >> 1)
    v128.store(to, f64x2.add(v128.load(to), sumLanes(sum00, sum10)))
    to += outStride
    v128.store(to, f64x2.add(v128.load(to), sumLanes(sum01, sum11)))
    to += outStride
    v128.store(to, f64x2.add(v128.load(to), sumLanes(sum02, sum12)))
    to += outStride
    v128.store(to, f64x2.add(v128.load(to), sumLanes(sum03, sum13)))
  }
}
