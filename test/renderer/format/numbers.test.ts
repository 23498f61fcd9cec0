import { describe, expect, test } from 'vitest'
import {
  formatBytes,
  formatDecimal,
  formatInteger,
  formatReading,
  formatSetting,
  formatShare,
  NO_FIGURE,
} from '../../../src/renderer/format/numbers.ts'

describe('numbers', () => {
  test('integers are grouped', () => {
    expect(formatInteger(268_330, 'en')).toBe('268,330')
    expect(formatInteger(268_330, 'zh')).toBe('268,330')
    expect(formatInteger(3213.7, 'en')).toBe('3,214')
  })

  test('decimals always have so many digits', () => {
    expect(formatDecimal(51, 2, 'en')).toBe('51.00')
    expect(formatDecimal(2.9449, 3, 'en')).toBe('2.945')
  })

  test('what is not there, or not finite, is a dash', () => {
    expect(formatInteger(null, 'en')).toBe(NO_FIGURE)
    expect(formatDecimal(null, 2, 'en')).toBe(NO_FIGURE)
    expect(formatDecimal(Number.NaN, 2, 'en')).toBe(NO_FIGURE)
    expect(formatShare(null, 'en')).toBe(NO_FIGURE)
  })

  test('shares are per cent', () => {
    expect(formatShare(0.0042, 'en')).toBe('0.4%')
    expect(formatShare(0.5, 'en', 0)).toBe('50%')
  })

  test('settings are not grouped where they can be typed, and small ones keep their exponent', () => {
    expect(formatSetting(50_000)).toBe('50000')
    expect(formatSetting(1e-7)).toBe('1e-7')
    expect(formatReading(50_000, 'en')).toBe('50,000')
    expect(formatReading(0.001, 'en')).toBe('0.001')
  })

  test('bytes take the unit that leaves few digits', () => {
    expect(formatBytes(0, 'en')).toBe('0 B')
    expect(formatBytes(1023, 'en')).toBe('1,023 B')
    expect(formatBytes(1536, 'en')).toBe('1.5 KiB')
    expect(formatBytes(268_330, 'en')).toBe('262 KiB')
    expect(formatBytes(64 * 1024 * 1024, 'en')).toBe('64 MiB')
  })
})
