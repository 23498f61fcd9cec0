import { describe, expect, test } from 'vitest'
import { heatTick, heatTicks, longestLabel } from '../../../../src/renderer/charts/heat-map/heat-ticks.ts'

const axis = { range: { minimum: 0, maximum: 250 }, count: 250, labels: null, pixels: 500 }

describe('the labels of an axis', () => {
  test('name every row where there is room', () => {
    const few = { ...axis, range: { minimum: 0, maximum: 4 }, count: 4, labels: ['↵', '␣', 'a', 'b'], pixels: 80 }
    expect(heatTicks(few, 14)).toEqual([
      { index: 0, label: '↵', at: 10 },
      { index: 1, label: '␣', at: 30 },
      { index: 2, label: 'a', at: 50 },
      { index: 3, label: 'b', at: 70 },
    ])
  })

  test('else go in steps of 1, 2 or 5 times a power of ten', () => {
    expect(heatTicks(axis, 14).slice(0, 3)).toEqual([
      { index: 0, label: '0', at: 1 },
      { index: 10, label: '10', at: 21 },
      { index: 20, label: '20', at: 41 },
    ])
    expect(heatTicks(axis, 50).map(({ index }) => index)).toEqual([0, 50, 100, 150, 200])
  })

  test('name what is in sight, whose middle can be seen', () => {
    const part = { ...axis, range: { minimum: 10.4, maximum: 14.4 }, pixels: 400 }
    expect(heatTicks(part, 14).map(({ label }) => label)).toEqual(['10', '11', '12', '13'])
    expect(heatTicks({ ...part, range: { minimum: 10.6, maximum: 14.4 } }, 14).map(({ index }) => index)).toEqual([
      11, 12, 13,
    ])
    expect(heatTick(part, 9)).toBeNull()
  })
})

test('room is made for the longest label', () => {
  expect(longestLabel({ count: 250, labels: null })).toBe(3)
  expect(longestLabel({ count: 2, labels: ['a', 'U+00AD'] })).toBe(6)
})
