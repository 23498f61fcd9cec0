import { describe, expect, test } from 'vitest'
import {
  calmCeiling,
  clampRange,
  fractionOf,
  iterationAt,
  panRange,
  zoomRange,
} from '../../../src/renderer/charts/zoom.ts'

const bounds = { minimum: 0, maximum: 1000 }

describe('the axis end', () => {
  test('moves in round steps and stops at the target', () => {
    expect(calmCeiling(501, 100_000)).toBe(600)
    expect(calmCeiling(1000, 100_000)).toBe(1000)
    expect(calmCeiling(1001, 100_000)).toBe(1500)
    expect(calmCeiling(8001, 100_000)).toBe(10_000)
    expect(calmCeiling(2900, 3000)).toBe(3000)
    expect(calmCeiling(2600, 2800)).toBe(2800)
  })

  test('goes past a target that was left behind', () => {
    expect(calmCeiling(3100, 3000)).toBe(4000)
  })

  test('is there before the run is', () => {
    expect(calmCeiling(0, 3000)).toBe(10)
    expect(calmCeiling(3, 5)).toBe(5)
  })
})

describe('places along the axis', () => {
  test('are shares of the range', () => {
    expect(fractionOf(250, bounds, false)).toBe(0.25)
    expect(iterationAt(0.25, bounds, false)).toBe(250)
  })

  test('are shares of its logarithm on a logarithmic axis', () => {
    const decades = { minimum: 1, maximum: 10_000 }
    expect(fractionOf(100, decades, true)).toBeCloseTo(0.5, 12)
    expect(iterationAt(0.75, decades, true)).toBeCloseTo(1000, 9)
  })
})

describe('a range', () => {
  test('is moved into its bounds with its width', () => {
    expect(clampRange({ minimum: -100, maximum: 100 }, bounds)).toEqual({ minimum: 0, maximum: 200 })
    expect(clampRange({ minimum: 950, maximum: 1150 }, bounds)).toEqual({ minimum: 800, maximum: 1000 })
    expect(clampRange({ minimum: -5, maximum: 2000 }, bounds)).toEqual(bounds)
  })

  test('is never too narrow to read', () => {
    expect(clampRange({ minimum: 500, maximum: 501 }, bounds)).toEqual({ minimum: 500, maximum: 510 })
  })

  test('zooms around the place pointed at', () => {
    const step = { range: bounds, bounds, logarithmic: false }
    expect(zoomRange(step, 0.5, 0.5)).toEqual({ minimum: 250, maximum: 750 })
    expect(zoomRange(step, 0.5, 0)).toEqual({ minimum: 0, maximum: 500 })
    expect(zoomRange({ ...step, range: { minimum: 400, maximum: 600 } }, 2, 0.5)).toEqual({
      minimum: 300,
      maximum: 700,
    })
    expect(zoomRange({ ...step, range: { minimum: 0, maximum: 600 } }, 2, 0.5)).toEqual({ minimum: 0, maximum: 900 })
  })

  test('zooms by decades on a logarithmic axis', () => {
    const range = { minimum: 1, maximum: 10_000 }
    const zoomed = zoomRange({ range, bounds: range, logarithmic: true }, 0.5, 0.5)
    expect(zoomed.minimum).toBeCloseTo(10, 9)
    expect(zoomed.maximum).toBeCloseTo(1000, 9)
  })

  test('pans by its own width and stops at the bounds', () => {
    const step = { range: { minimum: 400, maximum: 600 }, bounds, logarithmic: false }
    expect(panRange(step, 0.5)).toEqual({ minimum: 500, maximum: 700 })
    expect(panRange(step, 99)).toEqual({ minimum: 800, maximum: 1000 })
    expect(panRange(step, -99)).toEqual({ minimum: 0, maximum: 200 })
  })
})
