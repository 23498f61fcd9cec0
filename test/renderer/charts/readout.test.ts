import { describe, expect, test } from 'vitest'
import { tableRows } from '../../../src/renderer/charts/history-table.ts'
import { LOSS_UNITS } from '../../../src/renderer/charts/loss-units.ts'
import { readoutAt, type ShownHistory } from '../../../src/renderer/charts/readout.ts'
import { RunHistory } from '../../../src/renderer/charts/run-history.ts'
import { rowsOf } from '../fake-lab.ts'

function shown(iterations: readonly number[], scale = 1): ShownHistory {
  const history = new RunHistory()
  history.append(rowsOf(iterations))
  return { title: 'a run', colour: 'blue', history, scale }
}

describe('what is read out', () => {
  test('is the row nearest to the place pointed at, in the chosen unit', () => {
    const readout = readoutAt([shown([0, 10, 20], 2)], 12.4)
    expect(readout).toMatchObject({ iteration: 10, loss: 20, gradientNorm: 10 })
    expect(readout?.smooth.map(({ value }) => value)).toEqual([20])
  })

  test('says nothing of a run that did not get as far', () => {
    const readout = readoutAt([shown([0, 10]), shown([0, 10, 20])], 20)
    expect(readout?.iteration).toBe(20)
    expect(readout?.loss).toBeNaN()
    expect(readout?.smooth.map(({ value }) => value)).toEqual([Number.NaN, 20])
  })

  test('beyond all runs is their last iteration', () => {
    expect(readoutAt([shown([0, 10])], 999)?.iteration).toBe(10)
  })

  test('is nothing where nothing is', () => {
    expect(readoutAt([], 5)).toBeNull()
    expect(readoutAt([shown([])], 5)).toBeNull()
  })
})

describe('the table', () => {
  test('has the newest row first and not too many', () => {
    const { history } = shown(Array.from({ length: 1001 }, (_, iteration) => iteration))
    const rows = tableRows(history, { minimum: 0, maximum: 1000 })
    expect(rows.length).toBeLessThanOrEqual(200)
    expect(rows[0]?.iteration).toBe(1000)
    expect(rows.at(-1)?.iteration).toBeLessThan(10)
  })

  test('keeps to the range', () => {
    const { history } = shown([0, 10, 20, 30])
    expect(tableRows(history, { minimum: 5, maximum: 20 }).map(({ iteration }) => iteration)).toEqual([20, 10])
  })
})

describe('units', () => {
  test('of the uniform guess over 62 characters and 25 steps', () => {
    const nats = 25 * Math.log(62)
    const inUnits = Object.values(LOSS_UNITS).map(({ perNatOfSequence }) => nats * perNatOfSequence(25))
    expect(inUnits[0]).toBeCloseTo(103.1784, 4)
    expect(inUnits[1]).toBeCloseTo(4.127134, 6)
    expect(inUnits[2]).toBeCloseTo(5.954196, 6)
  })
})
