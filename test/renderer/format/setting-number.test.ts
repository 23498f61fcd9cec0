import { describe, expect, test } from 'vitest'
import { NUMBER_SETTINGS } from '#core/contract/settings.ts'
import { parseSetting, settingProblem, stepSetting } from '../../../src/renderer/format/setting-number.ts'

describe('reading a setting', () => {
  test.each([
    ['100', 100],
    [' 0.1 ', 0.1],
    ['.5', 0.5],
    ['1e-3', 0.001],
    ['10,000', 10_000],
    ['2 000 000', 2_000_000],
    ['-1', -1],
  ])('%s', (text, value) => {
    expect(parseSetting(text)).toBe(value)
  })

  test.each(['', 'abc', '1,5', '10,00', '1.2.3', '0x10', 'Infinity', '5 units'])('%j is not a number', (text) => {
    expect(parseSetting(text)).toBeNaN()
  })
})

describe('checking a setting', () => {
  const { hiddenSize, learningRate } = NUMBER_SETTINGS

  test('finds what is wrong', () => {
    expect(settingProblem(100, hiddenSize)).toBeNull()
    expect(settingProblem(Number.NaN, hiddenSize)).toBe('notANumber')
    expect(settingProblem(1.5, hiddenSize)).toBe('notAnInteger')
    expect(settingProblem(0, hiddenSize)).toBe('outOfRange')
    expect(settingProblem(2049, hiddenSize)).toBe('outOfRange')
    expect(settingProblem(0.5, learningRate)).toBeNull()
  })
})

describe('stepping a setting', () => {
  const { hiddenSize, learningRate, seed } = NUMBER_SETTINGS

  test('moves in the second digit', () => {
    expect(stepSetting(100, 1, hiddenSize)).toBe(110)
    expect(stepSetting(25, 1, hiddenSize)).toBe(26)
    expect(stepSetting(5, -1, hiddenSize)).toBe(4)
    expect(stepSetting(0.1, 1, learningRate)).toBe(0.11)
    expect(stepSetting(0.1, -1, learningRate)).toBe(0.09)
  })

  test('stays within the range, and begins anew from what is no number', () => {
    expect(stepSetting(1, -1, hiddenSize)).toBe(1)
    expect(stepSetting(2048, 1, hiddenSize)).toBe(2048)
    expect(stepSetting(0, 1, seed)).toBe(1)
    expect(stepSetting(Number.NaN, 1, hiddenSize)).toBe(100)
  })
})
