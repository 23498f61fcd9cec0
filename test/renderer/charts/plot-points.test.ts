import { describe, expect, test } from 'vitest'
import { bandPoints, linePoints, type PlotWindow } from '../../../src/renderer/charts/plot-points.ts'
import { RunHistory } from '../../../src/renderer/charts/run-history.ts'
import { rowsOf } from '../fake-lab.ts'

function historyOf(iterations: readonly number[]): RunHistory {
  const history = new RunHistory()
  history.append(rowsOf(iterations))
  return history
}

const whole = Array.from({ length: 5000 }, (_, iteration) => iteration)
const hundredPixels: PlotWindow = { range: { minimum: 0, maximum: 5000 }, pixels: 100, logarithmic: false }

describe('a line', () => {
  test('has about a point a pixel, the last of each, and ends with the newest row', () => {
    const points = linePoints(historyOf(whole), 'smoothLoss', 1, hundredPixels)
    expect(points.length).toBe(100)
    expect(points[0]).toEqual({ x: 49, y: 49 })
    expect(points.at(-1)).toEqual({ x: 4999, y: 4999 })
  })

  test('is scaled', () => {
    expect(linePoints(historyOf([0, 10]), 'loss', 0.5, hundredPixels).at(-1)).toEqual({ x: 10, y: 5 })
  })

  test('reaches one row beyond each edge of the window', () => {
    const window = { ...hundredPixels, range: { minimum: 100, maximum: 200 } }
    const points = linePoints(historyOf([0, 50, 99, 150, 250, 300]), 'loss', 1, window)
    expect(points.map(({ x }) => x)).toEqual([99, 150, 250])
  })

  test('leaves out iteration 0 on a logarithmic axis', () => {
    const window = { range: { minimum: 1, maximum: 100 }, pixels: 100, logarithmic: true }
    expect(linePoints(historyOf([0, 1, 10, 100]), 'loss', 1, window).map(({ x }) => x)).toEqual([1, 10, 100])
  })

  test('of nothing is nothing, and of an empty window ends', () => {
    expect(linePoints(new RunHistory(), 'loss', 1, hundredPixels)).toEqual([])
    const empty = { range: { minimum: 5, maximum: 5 }, pixels: 10, logarithmic: false }
    expect(bandPoints(historyOf([4, 5, 6]), { low: 'lossLow', high: 'lossHigh' }, 1, empty).length).toBeLessThan(7)
  })
})

describe('a band', () => {
  test('keeps a single spike however many rows share its pixel', () => {
    const history = new RunHistory()
    const rows = rowsOf(whole)
    rows.lossLow = whole.map(() => 10)
    rows.lossHigh = whole.map((iteration) => (iteration === 2345 ? 80 : 10))
    history.append(rows)
    const points = bandPoints(history, { low: 'lossLow', high: 'lossHigh' }, 1, hundredPixels)
    expect(points.length).toBe(101)
    expect(Math.max(...points.map(({ y }) => y))).toBe(80)
    expect(points.filter(({ y }) => y === 80).map(({ x }) => x)).toEqual([2300])
  })
})
