import { expect, test } from 'vitest'
import { pythonFloat } from '../../../src/renderer/format/python-number.ts'

// What Python 3 prints for repr() of each.
test.each([
  [0, '0.0'],
  [-0, '-0.0'],
  [1, '1.0'],
  [-4.493, '-4.493'],
  [0.1 + 0.2, '0.30000000000000004'],
  [0.0001, '0.0001'],
  [0.00001, '1e-05'],
  [-0.000012345, '-1.2345e-05'],
  [123456789012345680, '1.2345678901234568e+17'],
  [1e15, '1000000000000000.0'],
  [1e16, '1e+16'],
  [9007199254740993, '9007199254740992.0'],
  [5e-324, '5e-324'],
  [1.7976931348623157e308, '1.7976931348623157e+308'],
])('%d is printed as %s', (value, text) => {
  expect(pythonFloat(value)).toBe(text)
  expect(Number(pythonFloat(value))).toBe(value)
})
