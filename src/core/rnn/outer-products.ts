// The sum over time of outer products, with which a gradient of a matrix is made: four steps and two rows at a time.

/**
 * W += the sum over t of left[t] transpose(right[t]), with W (rows, columns), left T arrays of (rows) and right T arrays
 * of (columns). The report adds one such product at every step back through time; their sum is one product.
 */
export function addOuterProducts(W: Float64Array, left: readonly Float64Array[], right: readonly Float64Array[]): void {
  const steps = left.length
  const blocked = steps - (steps % 4)
  for (let t = 0; t < blocked; t += 4) {
    addFourOuterProducts(
      W,
      left[t]!,
      left[t + 1]!,
      left[t + 2]!,
      left[t + 3]!,
      right[t]!,
      right[t + 1]!,
      right[t + 2]!,
      right[t + 3]!,
    )
  }
  for (let t = blocked; t < steps; t++) addOuterProduct(W, left[t]!, right[t]!)
}

function addOuterProduct(W: Float64Array, left: Float64Array, right: Float64Array): void {
  const rows = left.length
  const columns = right.length
  for (let row = 0; row < rows; row++) {
    const w = row * columns
    const value = left[row]!
    for (let column = 0; column < columns; column++) W[w + column]! += value * right[column]!
  }
}

function addFourOuterProducts(
  W: Float64Array,
  left0: Float64Array,
  left1: Float64Array,
  left2: Float64Array,
  left3: Float64Array,
  right0: Float64Array,
  right1: Float64Array,
  right2: Float64Array,
  right3: Float64Array,
): void {
  const rows = left0.length
  const columns = right0.length
  const blocked = rows - (rows % 2)
  for (let row = 0; row < blocked; row += 2) {
    const w0 = row * columns
    const w1 = w0 + columns
    const a0 = left0[row]!
    const b0 = left1[row]!
    const c0 = left2[row]!
    const d0 = left3[row]!
    const a1 = left0[row + 1]!
    const b1 = left1[row + 1]!
    const c1 = left2[row + 1]!
    const d1 = left3[row + 1]!
    for (let column = 0; column < columns; column++) {
      const a = right0[column]!
      const b = right1[column]!
      const c = right2[column]!
      const d = right3[column]!
      W[w0 + column]! += a0 * a + b0 * b + c0 * c + d0 * d
      W[w1 + column]! += a1 * a + b1 * b + c1 * c + d1 * d
    }
  }
  for (let row = blocked; row < rows; row++) {
    const w = row * columns
    const a = left0[row]!
    const b = left1[row]!
    const c = left2[row]!
    const d = left3[row]!
    for (let column = 0; column < columns; column++) {
      W[w + column]! += a * right0[column]! + b * right1[column]! + c * right2[column]! + d * right3[column]!
    }
  }
}
