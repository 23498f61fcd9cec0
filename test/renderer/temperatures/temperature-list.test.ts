import { expect, test } from 'vitest'
import { parseTemperatures } from '../../../src/renderer/temperatures/temperature-list.ts'

test('temperatures are read in either language’s commas, each once', () => {
  expect(parseTemperatures('0.5, 1,2  5')).toEqual([0.5, 1, 2, 5])
  expect(parseTemperatures('0.5，1、2；1')).toEqual([0.5, 1, 2])
})

test('what cannot be trained at is refused, and so are none or too many', () => {
  for (const typed of ['', ' , ', 'warm', '1, -2', '0', '1, 1000', '1 2 3 4 5 6 7']) {
    expect(parseTemperatures(typed), typed).toBeNull()
  }
})
