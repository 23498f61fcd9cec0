// How two small networks differ (H = 3, V = 5), by arithmetic.
import { describe, expect, it } from 'vitest'
import { readSnapshot } from '#core/formats/snapshot-reader.ts'
import type { Snapshot } from '#core/formats/snapshot.ts'
import { comparisonOf } from '#lab/snapshots/comparisons.ts'
import { LabError } from '#lab/lab-error.ts'
import { SMALL_SNAPSHOTS } from '../../core/formats/small-snapshots.ts'

const [{ bytes }] = SMALL_SNAPSHOTS as [(typeof SMALL_SNAPSHOTS)[number]]

/** The small network, with some entries moved. */
function moved(...moves: [name: keyof Snapshot['parameters'], index: number, by: number][]): Snapshot {
  const snapshot = readSnapshot(bytes)
  for (const [name, index, by] of moves) snapshot.parameters[name][index]! += by
  return snapshot
}

describe('the distance of two snapshots', () => {
  it('is the norm of the difference, array by array, and relative to the array before', () => {
    const before = moved()
    const { parameters } = comparisonOf(before, moved(['Wxh', 0, 3], ['Wxh', 7, -4], ['by', 2, 0.5]))
    const size = Math.hypot(...before.parameters.Wxh)
    expect(parameters.Wxh.distance).toBeCloseTo(5, 12)
    expect(parameters.Wxh.relativeDistance).toBeCloseTo(5 / size, 12)
    expect(parameters.Wxh.largestChange).toBeCloseTo(4, 12)
    expect(parameters.by).toMatchObject({ distance: 0.5, largestChange: 0.5 })
    expect(parameters.Whh).toEqual({ distance: 0, relativeDistance: 0, largestChange: 0 })
  })

  it('relative to nothing is not told', () => {
    const before = moved()
    before.parameters.bh.fill(0)
    expect(comparisonOf(before, moved()).parameters.bh.relativeDistance).toBeNull()
  })

  it('has the largest changes with their coordinates first', () => {
    const { changes } = comparisonOf(moved(), moved(['Wxh', 0, 3], ['Wxh', 7, -4], ['by', 2, 0.5]))
    expect(changes.map(({ parameter, row, column }) => [parameter, row, column])).toEqual([
      ['Wxh', 1, 2],
      ['Wxh', 0, 0],
      ['by', 2, 0],
    ])
    expect(changes[0]!.after - changes[0]!.before).toBeCloseTo(-4, 12)
  })

  it('is none between networks of different shapes', () => {
    const other = { ...moved(), sizes: { hiddenSize: 4, vocabularySize: 5 } }
    expect(() => comparisonOf(moved(), other)).toThrow(LabError)
  })
})
