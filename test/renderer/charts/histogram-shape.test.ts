import { describe, expect, test } from 'vitest'
import { histogramBin, histogramOf, histogramPath, shareOfZero } from '../../../src/renderer/charts/histogram-shape.ts'

const figures = { shape: [2, 5] as [number, number], mean: 0, standardDeviation: 1, norm: 1 }
const values = { ...figures, minimum: -1, maximum: 3, histogram: [1, 4, 0, 5] }
const memory = { ...values, logarithms: { minimum: -2, maximum: 4, histogram: [2, 0, 6] }, zeros: 2 }

describe('a histogram', () => {
  test('is drawn to its tallest bar, on a logarithmic axis too', () => {
    expect(histogramPath(histogramOf(values), false)).toBe(
      'M0 1V0.8000H0.2500V0.2000H0.5000V1.0000H0.7500V0.0000H1.0000V1Z',
    )
    // log 2 of log 6, log 5 of log 6.
    expect(histogramPath(histogramOf(values), true)).toBe(
      'M0 1V0.6131H0.2500V0.1018H0.5000V1.0000H0.7500V0.0000H1.0000V1Z',
    )
  })

  test('tells a bin by its edges, its entries and their share', () => {
    expect(histogramBin(histogramOf(values), 1)).toEqual({ from: 0, to: 1, count: 4, share: 0.4 })
  })

  test('says where zero is', () => {
    expect(shareOfZero(histogramOf(values))).toBe(0.25)
    expect(shareOfZero(histogramOf({ ...values, minimum: 1 }))).toBeNull()
    expect(shareOfZero(histogramOf({ ...values, minimum: 0, maximum: 0 }))).toBe(0.5)
  })

  test('is of the logarithms where there are any', () => {
    const ofMemory = histogramOf(memory)
    expect(histogramBin(ofMemory, 2)).toMatchObject({ from: 100, to: 10_000, count: 6, share: 0.75 })
    expect(shareOfZero(ofMemory)).toBeNull()
    expect(histogramOf({ ...memory, logarithms: null }).ofLogarithms).toBe(false)
  })
})
