import { describe, expect, it } from 'vitest'
import { softmax } from '#core/rnn/softmax.ts'

function softmaxOf(logits: number[], temperature: number): number[] {
  const p = Float64Array.from(logits)
  softmax(p, temperature)
  return Array.from(p)
}

describe('softmax', () => {
  it('divides the logits by the temperature', () => {
    // Two logits apart by ln 4: odds of 4 at temperature 1, of 2 at temperature 2, of 16 at temperature 0.5.
    for (const [temperature, odds] of [
      [1, 4],
      [2, 2],
      [0.5, 16],
    ] as const) {
      const [first, second] = softmaxOf([Math.log(4), 0], temperature)
      expect(first! / second!).toBeCloseTo(odds, 12)
      expect(first! + second!).toBeCloseTo(1, 15)
    }
  })

  it('neither overflows nor underflows to nothing at extremes', () => {
    expect(softmaxOf([1000, 0, -1000], 0.01)).toEqual([1, 0, 0])
    expect(softmaxOf([-1e308, -1e308], 1)).toEqual([0.5, 0.5])
    for (const p of softmaxOf([3, 2, 1], 100)) expect(p).toBeCloseTo(1 / 3, 1)
  })

  it('passes a NaN on, so that a diverged run is seen', () => {
    expect(softmaxOf([1, NaN, 2], 1).every(Number.isNaN)).toBe(true)
  })
})
