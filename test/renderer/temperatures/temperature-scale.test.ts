import { expect, test } from 'vitest'
import { placeOf, SLIDER_STEPS, temperatureAt } from '../../../src/renderer/temperatures/temperature-scale.ts'

test('the slider begins at 0, goes from 0.1 to 10, and has 1 in its middle', () => {
  expect([0, 1, SLIDER_STEPS].map(temperatureAt)).toEqual([0, 0.1, 10])
  expect(temperatureAt(SLIDER_STEPS / 2)).toBeCloseTo(1, 1)
})

test('a temperature has its place again, and none is beyond the ends', () => {
  for (const temperature of [0, 0.1, 0.5, 1, 2, 5, 10]) {
    expect(Math.abs(temperatureAt(placeOf(temperature)) - temperature)).toBeLessThanOrEqual(0.03 * temperature)
  }
  expect([placeOf(-1), placeOf(0.01), placeOf(100), placeOf(Number.NaN)]).toEqual([0, 1, SLIDER_STEPS, 0])
})
