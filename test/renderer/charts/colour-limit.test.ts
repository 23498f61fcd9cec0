import { describe, expect, test } from 'vitest'
import { colourLimit } from '../../../src/renderer/charts/colour-limit.ts'

const spread = { mean: 0, standardDeviation: 1.0634, minimum: -8.53, maximum: 7.346 }

describe('the colours of signed values', () => {
  test('end at three root mean squares, to two digits, and say that some values lie beyond', () => {
    expect(colourLimit(spread, 'usual')).toEqual({ range: 'usual', from: -3.2, limit: 3.2, isExceeded: true })
    // The root mean square of numbers around 3 with a deviation of 4 is 5.
    expect(colourLimit({ ...spread, mean: 3, standardDeviation: 4, maximum: 100 }, 'usual').limit).toBe(15)
  })

  test('end at the greatest magnitude where that is asked for, or where nothing lies beyond it', () => {
    expect(colourLimit(spread, 'whole')).toEqual({ range: 'whole', from: -8.53, limit: 8.53, isExceeded: false })
    const narrow = { ...spread, minimum: -0.36, maximum: 0.381 }
    expect(colourLimit(narrow, 'usual')).toMatchObject({ from: -0.381, limit: 0.381, isExceeded: false })
  })

  test('have an end even where all values are zero', () => {
    const nothing = { mean: 0, standardDeviation: 0, minimum: 0, maximum: 0 }
    expect(colourLimit(nothing, 'usual')).toMatchObject({ limit: 1, isExceeded: false })
  })
})

describe('the colours of amounts', () => {
  const memory = { mean: 5e5, standardDeviation: 2e6, minimum: 0.03, maximum: 2e7 }

  test('go from zero, or by powers of ten from the least', () => {
    expect(colourLimit(memory, 'linear')).toEqual({ range: 'linear', from: 0, limit: 2e7, isExceeded: false })
    expect(colourLimit(memory, 'logarithmic')).toMatchObject({ from: 0.03, limit: 2e7 })
  })

  test('go down eight powers of ten where the least is zero', () => {
    expect(colourLimit({ ...memory, minimum: 0, maximum: 1e5 }, 'logarithmic').from).toBeCloseTo(1e-3, 12)
  })
})
