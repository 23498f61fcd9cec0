// How the terminal writes durations, and characters that would steer it.
import { describe, expect, it } from 'vitest'
import { formatDuration } from '../../../src/main/cli/localised.ts'
import { printable } from '../../../src/main/cli/printable.ts'

describe('formatDuration', () => {
  it.each([
    [0, 0, '0 s'],
    [9.44, 1, '9.4 s'],
    [9.44, 0, '9 s'],
    [59.6, 0, '1 min 0 s'],
    [125, 2, '2 min 5 s'],
    [3599.7, 0, '1 h 0 min'],
    [360_000, 0, '100 h 0 min'],
  ])('%d s with %d decimals: %s', (seconds, decimals, expected) => {
    expect(formatDuration(seconds, 'en', decimals)).toBe(expected)
  })
})

describe('printable', () => {
  it('leaves text, tabs and line breaks of both kinds alone', () => {
    const text = 'Zoë\t“quoted”\nnext\r\n床前明月光 🌙'
    expect(printable(text)).toBe(text)
  })

  it('shows what would move the cursor, colour the screen or ring', () => {
    expect(printable('\u001b[31m\u0007\b\r\u007f\u009b')).toBe('␛[31m␇␈␍␡\ufffd')
  })
})
