// The dense products that the report writes as np.dot, over row-major float64 arrays. Four rows or steps are taken at
// a time, so that an entry once loaded serves four multiplications: this is what keeps plain JavaScript ahead of NumPy.
// The sums of outer products are in outer-products.ts.

/** out += W x, with W (rows, columns), x (columns) and out (rows). */
export function addProduct(out: Float64Array, W: Float64Array, x: Float64Array): void {
  const rows = out.length
  const columns = x.length
  const blocked = rows - (rows % 4)
  for (let row = 0; row < blocked; row += 4) {
    const w0 = row * columns
    const w1 = w0 + columns
    const w2 = w1 + columns
    const w3 = w2 + columns
    let sum0 = 0
    let sum1 = 0
    let sum2 = 0
    let sum3 = 0
    for (let column = 0; column < columns; column++) {
      const value = x[column]!
      sum0 += W[w0 + column]! * value
      sum1 += W[w1 + column]! * value
      sum2 += W[w2 + column]! * value
      sum3 += W[w3 + column]! * value
    }
    out[row]! += sum0
    out[row + 1]! += sum1
    out[row + 2]! += sum2
    out[row + 3]! += sum3
  }
  for (let row = blocked; row < rows; row++) {
    const w = row * columns
    let sum = 0
    for (let column = 0; column < columns; column++) sum += W[w + column]! * x[column]!
    out[row]! += sum
  }
}

/** out += transpose(W) x, with W (rows, columns), x (rows) and out (columns). */
export function addTransposedProduct(out: Float64Array, W: Float64Array, x: Float64Array): void {
  const rows = x.length
  const columns = out.length
  const blocked = rows - (rows % 4)
  for (let row = 0; row < blocked; row += 4) {
    const w0 = row * columns
    const w1 = w0 + columns
    const w2 = w1 + columns
    const w3 = w2 + columns
    const x0 = x[row]!
    const x1 = x[row + 1]!
    const x2 = x[row + 2]!
    const x3 = x[row + 3]!
    for (let column = 0; column < columns; column++) {
      out[column]! += W[w0 + column]! * x0 + W[w1 + column]! * x1 + W[w2 + column]! * x2 + W[w3 + column]! * x3
    }
  }
  for (let row = blocked; row < rows; row++) {
    const w = row * columns
    const value = x[row]!
    for (let column = 0; column < columns; column++) out[column]! += W[w + column]! * value
  }
}

/** outs[t] += W xs[t] for every t, with W (rows, columns), outs T arrays of (rows) and xs T arrays of (columns). */
export function addProducts(outs: readonly Float64Array[], W: Float64Array, xs: readonly Float64Array[]): void {
  const blocked = outs.length - (outs.length % 2)
  for (let t = 0; t < blocked; t += 2) addTwoProducts(outs[t]!, outs[t + 1]!, W, xs[t]!, xs[t + 1]!)
  if (blocked < outs.length) addProduct(outs[blocked]!, W, xs[blocked]!)
}

function addTwoProducts(
  out0: Float64Array,
  out1: Float64Array,
  W: Float64Array,
  x0: Float64Array,
  x1: Float64Array,
): void {
  const rows = out0.length
  const columns = x0.length
  const blocked = rows - (rows % 4)
  for (let row = 0; row < blocked; row += 4) {
    const w0 = row * columns
    const w1 = w0 + columns
    const w2 = w1 + columns
    const w3 = w2 + columns
    let sum00 = 0
    let sum01 = 0
    let sum02 = 0
    let sum03 = 0
    let sum10 = 0
    let sum11 = 0
    let sum12 = 0
    let sum13 = 0
    for (let column = 0; column < columns; column++) {
      const value0 = x0[column]!
      const value1 = x1[column]!
      const weight0 = W[w0 + column]!
      const weight1 = W[w1 + column]!
      const weight2 = W[w2 + column]!
      const weight3 = W[w3 + column]!
      sum00 += weight0 * value0
      sum01 += weight1 * value0
      sum02 += weight2 * value0
      sum03 += weight3 * value0
      sum10 += weight0 * value1
      sum11 += weight1 * value1
      sum12 += weight2 * value1
      sum13 += weight3 * value1
    }
    out0[row]! += sum00
    out0[row + 1]! += sum01
    out0[row + 2]! += sum02
    out0[row + 3]! += sum03
    out1[row]! += sum10
    out1[row + 1]! += sum11
    out1[row + 2]! += sum12
    out1[row + 3]! += sum13
  }
  for (let row = blocked; row < rows; row++) {
    const w = row * columns
    let sum0 = 0
    let sum1 = 0
    for (let column = 0; column < columns; column++) {
      sum0 += W[w + column]! * x0[column]!
      sum1 += W[w + column]! * x1[column]!
    }
    out0[row]! += sum0
    out1[row]! += sum1
  }
}
