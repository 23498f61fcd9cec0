import { describe, expect, test } from 'vitest'
import { durationOf, secondsLeft } from '../../../src/renderer/format/durations.ts'

describe('durations', () => {
  test.each([
    [0, 'seconds', '0', ''],
    [0.42, 'seconds', '0.4', ''],
    [7, 'seconds', '7', ''],
    [9.96, 'seconds', '10', ''],
    [12.3, 'seconds', '12', ''],
    [59.4, 'seconds', '59', ''],
    [59.6, 'minutes', '1', '00'],
    [200, 'minutes', '3', '20'],
    [3600, 'hours', '1', '00'],
    [7500, 'hours', '2', '05'],
    [90_000, 'days', '1', '01'],
  ])('%f seconds', (seconds, unit, major, minor) => {
    expect(durationOf(seconds)).toEqual({ unit, parameters: { major, minor } })
  })

  test('there is none without an end', () => {
    expect(durationOf(null).unit).toBe('none')
    expect(durationOf(Infinity).unit).toBe('none')
  })

  test('what is left follows from the speed', () => {
    expect(secondsLeft(20_000, 100_000, 3200)).toBe(25)
    expect(secondsLeft(10, 10, 5)).toBe(0)
    expect(secondsLeft(12, 10, 5)).toBe(0)
    expect(secondsLeft(0, 10, 0)).toBeNull()
  })
})
