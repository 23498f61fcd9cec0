// Figures of arrays against NumPy's (test/fixtures/analysis/make_figures_fixtures.py).
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ArrayFigures } from '#core/contract/snapshots.ts'
import { arrayFigures } from '#core/analysis/array-figures.ts'

interface Case {
  name: string
  values: number[]
  bins: number
  figures: ArrayFigures
}

const file = resolve(import.meta.dirname, '../../fixtures/analysis/array-figures.json')
const cases = JSON.parse(readFileSync(file, 'utf8')) as Case[]

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
