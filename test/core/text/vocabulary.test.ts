import { describe, expect, it } from 'vitest'
import { charactersOf, encodeIndices, vocabularyOf } from '#core/text/vocabulary.ts'

const codePoints = (text: string): number[] => Array.from(text, (character) => character.codePointAt(0)!)

describe('vocabularyOf', () => {
  it('sorts by code point, not by UTF-16 unit', () => {
    // U+FF1A is one UTF-16 unit greater than the first half of U+1F642, yet the smaller code point.
    const vocabulary = vocabularyOf(codePoints('🙂：b\na'), 'sorted')
    expect(charactersOf(vocabulary)).toEqual(['\n', 'a', 'b', '：', '🙂'])
  })

  it('keeps the order of first appearance', () => {
    expect(charactersOf(vocabularyOf(codePoints('banana'), 'appearance'))).toEqual(['b', 'a', 'n'])
  })

  it('counts every character', () => {
    expect(vocabularyOf(codePoints('banana'), 'sorted').counts).toEqual([3, 1, 2])
  })
})

describe('encodeIndices', () => {
  it('is inverse to the vocabulary', () => {
    const text = codePoints('to be, or not to be: 是')
    const vocabulary = vocabularyOf(text, 'appearance')
    const indices = new Uint16Array(text.length)
    encodeIndices(text, vocabulary, indices)
    expect(Array.from(indices, (index) => vocabulary.codePoints[index])).toEqual(text)
  })
})
