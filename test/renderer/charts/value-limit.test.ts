import { expect, test } from 'vitest'
import type { Curve } from '../../../src/renderer/charts/plot.ts'
import { valueLimit } from '../../../src/renderer/charts/value-limit.ts'

function curve(isNoisy: boolean, ...values: number[]): Curve {
  return { isNoisy, colour: 'black', width: 1, points: values.map((y, x) => ({ x, y })) }
}

test('the axis ends where it likes as long as everything is near', () => {
  expect(valueLimit(100, [curve(true, 40, 149), curve(false, 100, 50)])).toBeNull()
  expect(valueLimit(100, [])).toBeNull()
})

test('a spike is cut off at one and a half times what the axis spans', () => {
  expect(valueLimit(100, [curve(true, 268, 40), curve(false, 100, 50)])).toBe(150)
})

test('a smooth curve is never cut off, and a spike above it only there', () => {
  expect(valueLimit(100, [curve(true, 900), curve(false, 100, 400)])).toBe(400)
  expect(valueLimit(100, [curve(true, 90), curve(false, 100, 400)])).toBeNull()
})

test('figures that are not finite count for nothing', () => {
  expect(valueLimit(100, [curve(true, Number.NaN, 40)])).toBeNull()
})
