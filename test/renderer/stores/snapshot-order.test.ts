import { describe, expect, test } from 'vitest'
import {
  bitsPerCharacter,
  comparable,
  matches,
  nextOrder,
  NEWEST_FIRST,
  ordered,
  previousOf,
} from '../../../src/renderer/stores/snapshot-order.ts'
import { snapshotSummary } from '../fake-lab.ts'

const early = snapshotSummary({ id: 'one/1', iteration: 1000, smoothLoss: 60 })
const late = snapshotSummary({ id: 'one/2', iteration: 2000, smoothLoss: 50 })
const latest = snapshotSummary({ id: 'one/3', iteration: 3000, smoothLoss: 55 })
const otherRun = snapshotSummary({ id: 'two/1', runId: 'two', iteration: 9000 })
const otherShape = snapshotSummary({ id: 'three/1', runId: 'three', hiddenSize: 32, iteration: 9999 })
const imported = snapshotSummary({ id: 'imported/1', runId: null, iteration: null, smoothLoss: null })
const all = [otherShape, imported, early, latest, otherRun, late]

describe('the order of the table', () => {
  test('turns round at a second click', () => {
    const byLoss = nextOrder(NEWEST_FIRST, 'smoothLoss')
    expect(ordered(all, byLoss).map(({ smoothLoss }) => smoothLoss)).toEqual([50, 50, 50, 55, 60, null])
    expect(ordered(all, nextOrder(byLoss, 'smoothLoss')).map(({ smoothLoss }) => smoothLoss)).toEqual([
      60,
      55,
      50,
      50,
      50,
      null,
    ])
  })
})

test('a search finds every word in what can be read', () => {
  const snapshot = snapshotSummary({ title: 'First words', note: '很好', sampleLine: 'KING: so' })
  expect(matches(snapshot, 'words king')).toBe(true)
  expect(matches(snapshot, '很好')).toBe(true)
  expect(matches(snapshot, 'words queen')).toBe(false)
})

test('bits per character are the loss over T ln 2', () => {
  expect(bitsPerCharacter(snapshotSummary({ smoothLoss: 25 * Math.LN2, sequenceLength: 25 }))).toBeCloseTo(1, 12)
  expect(bitsPerCharacter(imported)).toBeNull()
})

describe('what a snapshot is compared with', () => {
  test('is the last of its run before it', () => {
    expect(previousOf(all, latest)).toBe(late)
    expect(previousOf(all, late)).toBe(early)
  })

  test('is another of its run, else of its shape, where there is none before it', () => {
    expect(previousOf(all, early)).toBe(latest)
    expect(previousOf(all, imported)?.hiddenSize).toBe(100)
    expect(previousOf([early], early)).toBeNull()
  })

  test('may be anything else, the closest first', () => {
    expect(comparable(all, latest).map(({ id }) => id)).toEqual(['one/2', 'one/1', 'two/1', 'imported/1', 'three/1'])
  })
})
