// The emulated fused multiply-add against exact fractions rounded once (Python), most of them a hair from a tie.
import { expect, test } from 'vitest'
import { fusedMultiplyAdd } from '#core/random/fused-multiply-add.ts'
import cases from '../../fixtures/random/fused-multiply-add.json' with { type: 'json' }

test('rounds once', () => {
  for (const { a, b, c, result } of cases) expect(fusedMultiplyAdd(a, b, c), `${a} * ${b} + ${c}`).toBe(result)
})

test('the cases tell one rounding from two', () => {
  expect(cases.filter(({ a, b, c, result }) => a * b + c !== result).length).toBeGreaterThan(50)
})
