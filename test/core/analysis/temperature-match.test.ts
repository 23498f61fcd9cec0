// The measure by which a temperature is found, on texts whose statistics are known.
import { describe, expect, it } from 'vitest'
import { distanceFrom, MATCHED_STATISTICS, referenceOf, SWEEP_LENGTH } from '#core/analysis/temperature-match.ts'
import { textStatistics } from '#core/analysis/text-statistics.ts'

/** Words of growing length, so that no two stretches are alike. */
const varied = Array.from({ length: 4000 }, (_, i) => 'x'.repeat(1 + (i % 7)) + String(i) + (i % 5 ? ' ' : '\n')).join(
  '',
)

describe('the reference of a text', () => {
  it('is taken over stretches as long as what is written', () => {
    expect(referenceOf('ab cd\n'.repeat(20_000))).toMatchObject({ stretches: 12, length: SWEEP_LENGTH })
    const stretches = Math.floor(varied.length / SWEEP_LENGTH)
    expect(referenceOf(varied)).toMatchObject({ stretches, length: SWEEP_LENGTH })
    expect(referenceOf('x'.repeat(4000))).toMatchObject({ stretches: 4, length: 1000 })
    expect(referenceOf('too short for that')).toBeNull()
  })

  it('has the mean of its stretches, and at least some deviation', () => {
    const { mean, deviation } = referenceOf('ab cd\n'.repeat(20_000))!
    expect(mean.meanWordLength).toBeCloseTo(2, 2)
    expect(mean.meanLineLength).toBeCloseTo(5, 2)
    expect(deviation.meanWordLength).toBeCloseTo(0.02, 3)
  })
})

describe('the distance from a text', () => {
  it('is 1 for its own stretches on average, in the root mean square', () => {
    const reference = referenceOf(varied)!
    const squares = Array.from({ length: reference.stretches }, (_, i) => {
      const start = Math.round((i * (varied.length - reference.length)) / (reference.stretches - 1))
      const stretch = textStatistics(varied.slice(start, start + reference.length), null)
      return distanceFrom(reference, stretch) ** 2
    })
    const mean = squares.reduce((sum, square) => sum + square) / squares.length
    // Statistics that hardly vary count for less than 1.
    expect(mean).toBeLessThanOrEqual(1 + 1e-12)
    expect(mean).toBeGreaterThan(0.3)
  })

  it('grows by one for a deviation in every statistic', () => {
    const reference = referenceOf(varied)!
    const away = (deviations: number) => ({
      wordsInText: null,
      ...(Object.fromEntries(
        MATCHED_STATISTICS.map((name) => [name, reference.mean[name] + deviations * reference.deviation[name]]),
      ) as typeof reference.mean),
    })
    for (const deviations of [0, 1, -2.5]) {
      expect(distanceFrom(reference, away(deviations))).toBeCloseTo(Math.abs(deviations), 10)
    }
  })

  it('is far for a text without words', () => {
    expect(distanceFrom(referenceOf(varied)!, textStatistics('', null))).toBeGreaterThan(10)
  })
})
