import { expect, test } from 'vitest'
import { numpyIndex, rectangleBetween, rectangleOfCell } from '../../../../src/renderer/charts/heat-map/heat-array.ts'

test('coordinates are written as in NumPy, the ends of slices exclusive', () => {
  expect(numpyIndex('Whh', rectangleOfCell({ row: 95, column: 12 }))).toBe('Whh[95, 12]')
  const several = rectangleBetween({ row: 99, column: 10 }, { row: 95, column: 12 })
  expect(several).toEqual({ rowStart: 95, rowEnd: 100, columnStart: 10, columnEnd: 13 })
  expect(numpyIndex('mWxh', several)).toBe('mWxh[95:100, 10:13]')
})
