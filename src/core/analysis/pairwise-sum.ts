// Sums with small rounding errors, in the order in which NumPy adds, so that means and deviations are NumPy's bit for
// bit: halves of an array on their own, down to blocks that eight running sums share.

const BLOCK = 128
const LANES = 8

function sumOfFew(values: Float64Array, start: number, end: number): number {
  let sum = 0
  for (let i = start; i < end; i++) sum += values[i]!
  return sum
}

/** A block of at least eight. */
function sumOfBlock(values: Float64Array, start: number, end: number): number {
  const lanes = values.slice(start, start + LANES)
  const lastWhole = start + LANES * Math.floor((end - start) / LANES)
  for (let i = start + LANES; i < lastWhole; i += LANES) {
    for (let lane = 0; lane < LANES; lane++) lanes[lane]! += values[i + lane]!
  }
  const [a, b, c, d, e, f, g, h] = lanes as unknown as [number, number, number, number, number, number, number, number]
  let sum = a + b + (c + d) + (e + f + (g + h))
  for (let i = lastWhole; i < end; i++) sum += values[i]!
  return sum
}

/** The sum of the entries from `start` to `end`, as numpy.sum of a contiguous array has it. */
export function pairwiseSum(values: Float64Array, start = 0, end = values.length): number {
  const count = end - start
  if (count < LANES) return sumOfFew(values, start, end)
  if (count <= BLOCK) return sumOfBlock(values, start, end)
  const half = Math.floor(count / 2)
  const middle = start + half - (half % LANES)
  return pairwiseSum(values, start, middle) + pairwiseSum(values, middle, end)
}
