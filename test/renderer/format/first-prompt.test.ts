import { describe, expect, test } from 'vitest'
import { firstPrompt, unknownCharacters } from '../../../src/renderer/format/first-prompt.ts'

const LATIN = "\n !',-.:;ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

describe('the first prompt', () => {
  test('is the beginning of a line that the network wrote, up to its colon', () => {
    expect(firstPrompt({ vocabulary: LATIN, sampleLine: 'KING OF Y: well: said' })).toBe('KING OF Y:')
    expect(firstPrompt({ vocabulary: '问：答你好', sampleLine: '问：你好' })).toBe('问：')
  })

  test('is a familiar line that ends with a colon where the file has no sample, as the course’s has none', () => {
    expect(firstPrompt({ vocabulary: LATIN, sampleLine: null })).toBe('First Citizen:')
    expect(firstPrompt({ vocabulary: '他说：我', sampleLine: null })).toBe('他说：')
  })

  test('has only characters that the network knows', () => {
    const vocabulary = LATIN.replace('F', '')
    const prompt = firstPrompt({ vocabulary, sampleLine: null })
    expect(prompt).toMatch(/:$/)
    expect(unknownCharacters(prompt, vocabulary)).toEqual([])
  })

  test('is the beginning of the sample where no line with a colon fits, or nothing', () => {
    expect(firstPrompt({ vocabulary: '[]()*', sampleLine: '[(*)] [(*)] [(*)]' })).toBe('')
    expect(firstPrompt({ vocabulary: '[]()* ', sampleLine: '[(*)] [(*)] [(*)]' })).toBe('[(*)] [(*)]')
    expect(firstPrompt({ vocabulary: 'xyz', sampleLine: null })).toBe('')
    expect(firstPrompt({ vocabulary: ':x ', sampleLine: ': x' })).toBe(': x')
  })
})

test('unknown characters are named once, in the order in which they occur', () => {
  expect(unknownCharacters('学é学a😀', 'abc')).toEqual(['学', 'é', '😀'])
})
