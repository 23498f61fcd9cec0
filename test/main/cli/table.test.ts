// Columns that stand below each other, in letters and in Chinese characters.
import { expect, it } from 'vitest'
import { tableText } from '../../../src/main/cli/table.ts'

it('makes every column as wide as its widest cell, and ends lines with their text', () => {
  const rows = [
    ['name', 'mean', 'note'],
    ['Wxh', '-0.5', ''],
    ['by', '12.25', 'x'],
  ]
  expect(tableText(rows, ['left', 'right'])).toBe(
    ['  name   mean  note', '  Wxh    -0.5', '  by    12.25  x'].join('\n'),
  )
})

it('counts Chinese characters as two columns', () => {
  expect(
    tableText([
      ['数组', 'a'],
      ['by', 'b'],
    ]),
  ).toBe(['  数组  a', '  by    b'].join('\n'))
})
