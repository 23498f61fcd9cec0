// How a bounded memory is shared among characters, by what must hold whatever their counts.
import { describe, expect, it } from 'vitest'
import { keptBefore, keptOccurrences } from '#core/analysis/context-budget.ts'
import { allocateRandomStateMemory, RandomState } from '#core/random/random-state.ts'
import { randomBelow } from './random-networks.ts'

const random = new RandomState(allocateRandomStateMemory())
random.seed(11)
const CASES = Array.from({ length: 60 }, () => {
  const counts = Array.from({ length: 1 + randomBelow(random, 12) }, () =>
    randomBelow(random, 10 ** randomBelow(random, 5)),
  )
  return { counts, places: randomBelow(random, 2 * counts.reduce((sum, count) => sum + count, 1)) }
})
const sumOf = (values: number[]): number => values.reduce((sum, value) => sum + value, 0)

describe('keptOccurrences', () => {
  it('keeps all where there is room, and shares alike where there is none', () => {
    expect(keptOccurrences([3, 0, 5], 100)).toEqual([3, 0, 5])
    expect(keptOccurrences([100, 2, 100, 1], 23)).toEqual([10, 2, 10, 1])
    expect(keptOccurrences([7, 7], 0)).toEqual([0, 0])
  })

  it.each(CASES)('never takes more than $places places, and wastes none that could be shared', ({ counts, places }) => {
    const kept = keptOccurrences(counts, places)
    expect(sumOf(kept)).toBeLessThanOrEqual(places)
    // Whoever is not whole has as many as anybody, and one more for each of these would not fit.
    const most = Math.max(...kept)
    const cut = counts.filter((count, i) => kept[i]! < count)
    kept.forEach((of, i) => expect(of === counts[i] || of === most).toBe(true))
    if (cut.length > 0) expect(sumOf(kept) + cut.length).toBeGreaterThan(places)
  })
})

describe('keptBefore', () => {
  it.each(CASES)('keeps exactly as many as it should of $counts, evenly', ({ counts, places }) => {
    const kept = keptOccurrences(counts, places)
    counts.forEach((count, i) => {
      const before = (occurrences: number): number => keptBefore(occurrences, kept[i]!, count)
      const taken = Array.from({ length: count }, (_, occurrence) => occurrence).filter(
        (occurrence) => before(occurrence + 1) > before(occurrence),
      )
      expect(taken).toHaveLength(kept[i]!)
      const gaps = taken.slice(1).map((place, at) => place - taken[at]!)
      if (gaps.length > 0) expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1)
    })
  })
})
