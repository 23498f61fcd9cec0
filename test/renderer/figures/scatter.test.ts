import { describe, expect, it } from 'vitest'
import { contextAt } from '../../../src/renderer/figures/scatter.ts'
import { plotBox } from '../../../src/renderer/figures/unit-axes.ts'

const SIZE = { width: 400, height: 300 }
const POINTS = { x: [0, 0.5, 1], y: [1, 0.5, 0] }

describe('contextAt', () => {
  it('finds the point that is nearest, and none where none is near', () => {
    const { left, top, width, height } = plotBox(SIZE)
    const middle = [left + width / 2, top + height / 2] as const
    expect(contextAt(POINTS, SIZE, ...middle)).toBe(1)
    expect(contextAt(POINTS, SIZE, middle[0] + 5, middle[1] - 5)).toBe(1)
    expect(contextAt(POINTS, SIZE, middle[0] + 20, middle[1])).toBeNull()
    expect(contextAt(POINTS, SIZE, left, top)).toBe(0)
    expect(contextAt(POINTS, SIZE, left + width, top + height)).toBe(2)
  })
})
