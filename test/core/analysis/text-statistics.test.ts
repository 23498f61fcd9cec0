// Counts that can be made by hand.
import { describe, expect, it } from 'vitest'
import { textStatistics, wordsOf } from '#core/analysis/text-statistics.ts'

describe('the statistics of a text', () => {
  it('count what can be counted by hand', () => {
    const text = 'the cat saw\nthe cat\n'
    expect(textStatistics(text, new Set(['the', 'cat']))).toEqual({
      wordsInText: 4 / 5,
      distinctWords: 600,
      distinctBigrams: 750, // the cat, cat saw, saw the, the cat
      meanWordLength: 3,
      meanLineLength: 9,
      repetition: 0,
    })
  })

  it('know a word only as it stands', () => {
    const known = new Set(wordsOf('King: come'))
    expect(textStatistics('King king: King: come,', known).wordsInText).toBe(1 / 4)
  })

  it('call repeated what came before, ten characters at a time', () => {
    // 91 runs of ten characters, ten of them distinct: those that begin in the first period.
    expect(textStatistics('abcdefghij'.repeat(10), null).repetition).toBeCloseTo(1 - 10 / 91, 14)
    expect(textStatistics('abcdefghij', null).repetition).toBe(0)
    expect(textStatistics('abcdefghi', null).repetition).toBeNull()
  })

  it('count characters, not their halves, and lines of every kind', () => {
    const { meanWordLength, meanLineLength } = textStatistics('𝄞𝄞 𝄞\r\n\nab', null)
    expect(meanWordLength).toBeCloseTo((2 + 1 + 2) / 3, 14)
    expect(meanLineLength).toBe((4 + 0 + 2) / 3)
  })

  it('say nothing of nothing', () => {
    expect(Object.values(textStatistics('', new Set(['a'])))).toEqual([null, null, null, null, null, null])
  })
})
