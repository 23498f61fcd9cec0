// Prompts read character by character, and the report's masks, against NumPy.
import { describe, expect, it } from 'vitest'
import { masksOf, weightsUnderMask } from '#core/analysis/masks.ts'
import { activeUnits, readPrompt } from '#core/analysis/prompt-reading.ts'
import { expectNear, NUMPY, PARAMETERS, SIZES } from './small-net.ts'

const read = (temperature: number, feedLastTwice: boolean, prompt = NUMPY.prompt) =>
  readPrompt(PARAMETERS, SIZES, prompt, temperature, feedLastTwice)

describe('readPrompt', () => {
  it.each(NUMPY.prompts)(
    'at temperature $temperature, the last character fed twice: $feedLastTwice',
    ({ temperature, feedLastTwice, steps: expected }) => {
      const steps = read(temperature, feedLastTwice)
      expect(steps.map(({ character }) => character)).toEqual(expected.map(({ character }) => character))
      steps.forEach(({ surpriseBits, h, p }, i) => {
        expectNear(h, expected[i]!.h)
        expectNear(p, expected[i]!.p)
        if (i === 0) expect(surpriseBits).toBeNull()
        else expectNear([surpriseBits!], [expected[i]!.surpriseBits!])
      })
    },
  )

  it('counts a unit as active on either side of 0, beyond the threshold alone', () => {
    expect(activeUnits(Float64Array.of(0.5, -0.6, 0.51, 0, -0.5), 0.5)).toEqual([1, 2])
  })
})

describe('masksOf', () => {
  it.each(NUMPY.masks)(
    'at $threshold, the last character fed twice: $feedLastTwice',
    ({ threshold, feedLastTwice, before, after, outcomes, ...weights }) => {
      const masks = masksOf(read(1, feedLastTwice), SIZES.hiddenSize, threshold)
      const counts = { Whh: weights.Whh.length, Why: weights.Why.length }
      expect(masks).toEqual({ before, after, outcomes, counts })
      for (const parameter of ['Whh', 'Why'] as const) {
        const found = [...weightsUnderMask(PARAMETERS, SIZES, masks, parameter)]
        expect(found.map(({ row, column, value }) => [row, column, value])).toEqual(weights[parameter])
      }
    },
  )

  it('has no unit active before the first character', () => {
    const masks = masksOf(read(1, false, [2]), SIZES.hiddenSize, 0)
    expect(masks).toMatchObject({ before: [], counts: { Whh: 0 } })
    expect(masks.after).toHaveLength(SIZES.hiddenSize)
  })
})
