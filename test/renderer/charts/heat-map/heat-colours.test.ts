import { describe, expect, test } from 'vitest'
import { colourLimit } from '../../../../src/renderer/charts/colour-limit.ts'
import {
  heatScale,
  isLight,
  paint,
  parseRgb,
  type HeatStops,
} from '../../../../src/renderer/charts/heat-map/heat-colours.ts'

const STOPS: HeatStops = {
  negative: [
    [255, 255, 255],
    [0, 0, 255],
    [0, 0, 99],
  ],
  positive: [
    [255, 255, 255],
    [255, 128, 0],
    [99, 0, 0],
  ],
  amount: [
    [0, 0, 0],
    [200, 200, 200],
    [255, 255, 0],
  ],
}
const spread = { mean: 0, standardDeviation: 1, minimum: -10, maximum: 10 }

function colours(values: number[], range: Parameters<typeof colourLimit>[1], figures = spread): number[][] {
  const pixels = new Uint8ClampedArray(4 * values.length)
  paint(pixels, Float64Array.from(values), heatScale(colourLimit(figures, range), STOPS))
  return values.map((_, i) => [...pixels.subarray(4 * i, 4 * i + 3)])
}

describe('signed values', () => {
  test('are white at zero, of either sign', () => {
    expect(colours([0, -0], 'usual')).toEqual([
      [255, 255, 255],
      [255, 255, 255],
    ])
  })

  test('are blue below and orange above, to the limit', () => {
    expect(colours([-3, 3], 'usual')).toEqual([
      [0, 0, 255],
      [255, 128, 0],
    ])
    const [[red = 0, , blue = 0] = []] = colours([-1.5], 'usual')
    expect(red).toBeCloseTo(127, -1)
    expect(blue).toBe(255)
  })

  test('have a colour of its own for what lies beyond, however little', () => {
    expect(colours([-3.0001, 3.0001, 10], 'usual')).toEqual([
      [0, 0, 99],
      [99, 0, 0],
      [99, 0, 0],
    ])
  })
})

describe('amounts', () => {
  const memory = { mean: 1, standardDeviation: 1, minimum: 1, maximum: 10_000 }

  test('go from zero', () => {
    expect(colours([0, 5000, 10_000], 'linear', memory)).toEqual([
      [0, 0, 0],
      [100, 100, 100],
      [200, 200, 200],
    ])
  })

  test('go by powers of ten, the least first; zero has the first colour', () => {
    expect(colours([1, 100, 10_000, 0], 'logarithmic', memory)).toEqual([
      [0, 0, 0],
      [100, 100, 100],
      [200, 200, 200],
      [0, 0, 0],
    ])
  })

  test('have the last colour where all are alike', () => {
    expect(colours([7], 'logarithmic', { ...memory, minimum: 7, maximum: 7 })).toEqual([[200, 200, 200]])
  })
})

test('writing is dark on light colours', () => {
  const scale = heatScale(colourLimit(spread, 'usual'), STOPS)
  expect(isLight(0, scale)).toBe(true)
  expect(isLight(-3, scale)).toBe(false)
})

test('colours are read as browsers write them', () => {
  expect(parseRgb('rgb(1, 2, 3)')).toEqual([1, 2, 3])
  expect(parseRgb('rgba(4, 5, 6, 0.5)')).toEqual([4, 5, 6])
})
