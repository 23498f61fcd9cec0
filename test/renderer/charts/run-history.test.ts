import { describe, expect, test } from 'vitest'
import { RunHistory } from '../../../src/renderer/charts/run-history.ts'
import { rowsOf } from '../fake-lab.ts'

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, iteration) => iteration)
}

describe('a history', () => {
  test('keeps rows as they come', () => {
    const history = new RunHistory(16)
    history.append(rowsOf([0, 1, 2]))
    history.append(rowsOf([3]))
    expect(history.length).toBe(4)
    expect(history.at('smoothLoss', 3)).toBe(3)
    expect(history.lastIteration).toBe(3)
  })

  test('ignores rows that it has already', () => {
    const history = new RunHistory(16)
    history.append(rowsOf([0, 1, 2]))
    history.append(rowsOf([1, 2, 3]))
    expect([...history.columns.iteration.subarray(0, history.length)]).toEqual([0, 1, 2, 3])
  })

  test('stays bounded, keeps the ends and every extreme of the loss', () => {
    const history = new RunHistory(64)
    const rows = rowsOf(upTo(1000))
    rows.lossLow = rows.lossLow.map((_, row) => (row === 333 ? -7 : 1))
    rows.lossHigh = rows.lossHigh.map((_, row) => (row === 777 ? 99 : 2))
    history.append(rows)
    expect(history.length).toBeLessThanOrEqual(64)
    expect(history.lastIteration).toBe(999)
    const used = (column: 'iteration' | 'lossLow' | 'lossHigh') => [
      ...history.columns[column].subarray(0, history.length),
    ]
    expect(Math.min(...used('lossLow'))).toBe(-7)
    expect(Math.max(...used('lossHigh'))).toBe(99)
    expect(used('iteration')).toEqual(used('iteration').toSorted((one, other) => one - other))
  })

  test('joined rows keep figures that were measured at the iteration they name', () => {
    const history = new RunHistory(4)
    history.append(rowsOf([0, 1, 2, 3, 4]))
    expect([...history.columns.iteration.subarray(0, history.length)]).toEqual([1, 3, 4])
    expect([...history.columns.smoothLoss.subarray(0, history.length)]).toEqual([1, 3, 4])
    expect([...history.columns.lossLow.subarray(0, history.length)]).toEqual([0, 2, 4])
  })

  test('a figure that JSON could not carry is not a number, rather than zero', () => {
    const history = new RunHistory(4)
    const rows = rowsOf([0])
    rows.loss = JSON.parse(JSON.stringify([Number.NaN])) as number[]
    history.append(rows)
    expect(history.at('loss', 0)).toBeNaN()
  })

  test('finds rows by iteration', () => {
    const history = new RunHistory(16)
    expect(history.nearestRow(5)).toBe(-1)
    expect(history.lastIteration).toBe(-1)
    history.append(rowsOf([0, 10, 20]))
    expect(history.nearestRow(-5)).toBe(0)
    expect(history.nearestRow(4)).toBe(0)
    expect(history.nearestRow(16)).toBe(2)
    expect(history.nearestRow(99)).toBe(2)
    expect(history.firstRowFrom(10)).toBe(1)
    expect(history.firstRowFrom(11)).toBe(2)
    expect(history.firstRowFrom(21)).toBe(3)
  })

  test('can be replaced as a whole', () => {
    const history = new RunHistory(16)
    history.append(rowsOf([0, 10, 20]))
    history.replace(rowsOf([0, 5]))
    expect(history.length).toBe(2)
    expect(history.lastIteration).toBe(5)
  })
})
