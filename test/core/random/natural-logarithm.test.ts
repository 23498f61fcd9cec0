// The logarithm against the C library's (Python's math.log on glibc), bit for bit.
import { expect, test } from 'vitest'
import { naturalLogarithm } from '#core/random/natural-logarithm.ts'
import { RandomState, allocateRandomStateMemory } from '#core/random/random-state.ts'
import fixture from '../../fixtures/random/natural-logarithm.json' with { type: 'json' }
import { sha256 } from './sha256.ts'

test.each(fixture.logarithms)('log $x', ({ x, log }) => {
  expect(naturalLogarithm(x)).toBe(log)
})

test('a long run over (0, 1), and one near 1', () => {
  const { seed, count } = fixture.long
  const random = new RandomState(allocateRandomStateMemory())
  random.seed(seed)
  const logarithms = Float64Array.from({ length: 2 * count }, (_, i) => {
    const u = random.randomSample()
    return naturalLogarithm(i < count ? u : 1 - u / 16)
  })
  expect(sha256(logarithms)).toBe(fixture.long.sha256)
})

test.each([0, -0, -1, NaN, Infinity, -Infinity, 5e-324])('has none of %d', (x) => {
  expect(() => naturalLogarithm(x)).toThrow(RangeError)
})
