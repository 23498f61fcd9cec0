// The blocked products against the plain definition, at sizes that leave every remainder of the blocks.
import { describe, expect, it } from 'vitest'
import { addOuterProducts } from '#core/rnn/outer-products.ts'
import { addProduct, addProducts, addTransposedProduct } from '#core/rnn/products.ts'

// Small integers, so that sums in any order are exact.
const matrix = (rows: number, columns: number, start = 0): Float64Array =>
  Float64Array.from({ length: rows * columns }, (_, i) => ((i * 7 + start) % 19) - 9)
const vectors = (count: number, length: number, start: number): Float64Array[] =>
  Array.from({ length: count }, (_, t) => matrix(1, length, start + 5 * t))

const SHAPES = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((rows) => [1, 3, 4, 9].map((columns) => ({ rows, columns })))

describe.each(SHAPES)('$rows by $columns', ({ rows, columns }) => {
  const W = matrix(rows, columns)
  const at = (row: number, column: number): number => W[row * columns + column]!

  it('adds W x', () => {
    const x = matrix(1, columns, 3)
    const out = matrix(1, rows, 8)
    const expected = Array.from(
      out,
      (value, row) => value + x.reduce((sum, entry, column) => sum + at(row, column) * entry, 0),
    )
    addProduct(out, W, x)
    expect(Array.from(out)).toEqual(expected)
  })

  it('adds transpose(W) x', () => {
    const x = matrix(1, rows, 3)
    const out = matrix(1, columns, 8)
    const expected = Array.from(
      out,
      (value, column) => value + x.reduce((sum, entry, row) => sum + at(row, column) * entry, 0),
    )
    addTransposedProduct(out, W, x)
    expect(Array.from(out)).toEqual(expected)
  })

  it.each([1, 2, 3, 4, 5, 8, 9])('does so for %i steps at once, and adds their outer products', (steps) => {
    const xs = vectors(steps, columns, 2)
    const outs = vectors(steps, rows, 11)
    const expected = outs.map((out, t) => {
      const single = out.slice()
      addProduct(single, W, xs[t]!)
      return single
    })
    addProducts(outs, W, xs)
    expect(outs).toEqual(expected)

    const sum = matrix(rows, columns, 4)
    const expectedSum = sum.map((value, i) => {
      const row = Math.floor(i / columns)
      return value + outs.reduce((total, out, t) => total + out[row]! * xs[t]![i % columns]!, 0)
    })
    addOuterProducts(sum, outs, xs)
    expect(sum).toEqual(expectedSum)
  })
})
