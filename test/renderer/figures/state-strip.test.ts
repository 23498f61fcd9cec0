import { describe, expect, it } from 'vitest'
import { stripCellAt } from '../../../src/renderer/figures/state-strip.ts'

const ROWS = [
  { label: 'a', values: [0, 1, 0, -1] },
  { label: 'b', values: [1, 0, 0, 0] },
]

describe('stripCellAt', () => {
  it('finds the unit and the character under the pointer, beside the labels', () => {
    // 26 pixels of labels, then four columns of 25; rows of 26.
    const size = { width: 126, height: 60 }
    expect(stripCellAt({ rows: ROWS }, size, 27, 2)).toEqual({ row: 0, column: 0 })
    expect(stripCellAt({ rows: ROWS }, size, 125, 27)).toEqual({ row: 1, column: 3 })
    expect(stripCellAt({ rows: ROWS }, size, 10, 2)).toBeNull()
    expect(stripCellAt({ rows: ROWS }, size, 60, 55)).toBeNull()
  })
})
