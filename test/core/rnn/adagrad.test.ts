import { expect, it } from 'vitest'
import { adagrad } from '#core/rnn/adagrad.ts'

it('clips, accumulates and updates as the formulas say, and measures on the way', () => {
  const parameters = Float64Array.of(1, -2, 0.5)
  const memory = Float64Array.of(0, 9, 0)
  const gradients = Float64Array.of(3, -4, -12)
  const measures = adagrad(parameters, memory, gradients, 0.1, 5)

  expect(Array.from(gradients)).toEqual([3, -4, -5])
  expect(Array.from(memory)).toEqual([9, 25, 25])
  const expected = [1 - 0.3 / Math.sqrt(9 + 1e-8), -2 + 0.4 / Math.sqrt(25 + 1e-8), 0.5 + 0.5 / Math.sqrt(25 + 1e-8)]
  expected.forEach((value, i) => expect(parameters[i]).toBeCloseTo(value, 15))
  expect(measures.gradientNorm).toBe(13)
  expect(measures.clippedShare).toBe(1 / 3)
  expect(measures.parameterNorm).toBeCloseTo(Math.hypot(...expected), 14)
})

it('leaves a parameter without gradient where it is', () => {
  const parameters = Float64Array.of(0.25)
  adagrad(parameters, new Float64Array(1), new Float64Array(1), 0.1, 5)
  expect(parameters[0]).toBe(0.25)
})
