// Figures of arrays against NumPy's (test/fixtures/analysis/make_figures_fixtures.py).
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ArrayFigures, MemoryFigures } from '#core/contract/snapshots.ts'
import { arrayFigures, memoryFigures } from '#core/analysis/array-figures.ts'

interface Case {
  name: string
  values: number[]
  bins: number
  figures: ArrayFigures
}

interface MemoryCase extends Pick<MemoryFigures, 'logarithms' | 'zeros' | 'shape'> {
  name: string
  values: number[]
  bins: number
}

function readFixture<Content>(name: string): Content {
  return JSON.parse(readFileSync(resolve(import.meta.dirname, '../../fixtures/analysis', name), 'utf8')) as Content
}

const cases = readFixture<Case[]>('array-figures.json')
const memoryCases = readFixture<MemoryCase[]>('memory-figures.json')

describe('arrayFigures', () => {
  it.each(cases)('$name: NumPy’s, but for the last bits of the norm', ({ values, bins, figures }) => {
    const { norm, ...others } = arrayFigures(Float64Array.from(values), figures.shape, bins)
    const { norm: expectedNorm, ...expected } = figures
    expect(others).toEqual(expected)
    // NumPy leaves the sum of squares to BLAS, whose order depends on the processor.
    expect(Math.abs(norm - expectedNorm)).toBeLessThanOrEqual(1e-14 * expectedNorm)
  })

  it('has the norm of entries whose squares would overflow or vanish', () => {
    expect(arrayFigures(Float64Array.of(3e200, 4e200), [2, 1], 2).norm / 5e200).toBeCloseTo(1, 14)
    expect(arrayFigures(Float64Array.of(3e-200, 4e-200), [2, 1], 2).norm / 5e-200).toBeCloseTo(1, 14)
  })
})

describe('memoryFigures', () => {
  it.each(memoryCases)('$name: the spread of NumPy’s logarithms', ({ values, shape, bins, logarithms, zeros }) => {
    const figures = memoryFigures(Float64Array.from(values), shape, bins)
    expect(figures.zeros).toBe(zeros)
    expect(figures.logarithms?.histogram).toEqual(logarithms?.histogram)
    // A logarithm's last bit depends on the library.
    expect(figures.logarithms?.minimum ?? 0).toBeCloseTo(logarithms?.minimum ?? 0, 13)
    expect(figures.logarithms?.maximum ?? 0).toBeCloseTo(logarithms?.maximum ?? 0, 13)
    expect(figures.maximum).toBe(Math.max(...values))
  })
})
