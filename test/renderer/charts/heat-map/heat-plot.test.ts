import { describe, expect, test } from 'vitest'
import { boxOf, cellAt, cellSize, heatPlot } from '../../../../src/renderer/charts/heat-map/heat-plot.ts'
import { numberedArray } from './heat-arrays.ts'

const view = { rows: { minimum: 100, maximum: 200 }, columns: { minimum: 0, maximum: 250 } }

describe('the plot', () => {
  const { array } = numberedArray(250, 250)
  const plot = heatPlot(array, { width: 800, height: 600 })

  test('fills its box but for the labels', () => {
    const { left, top, width, height } = plot.cells
    expect(left + width).toBeLessThanOrEqual(800)
    expect(top + height).toBeLessThanOrEqual(600)
    expect(width).toBeGreaterThan(740)
    expect(plot.bars).toBeNull()
  })

  test('finds the cell under a point, and the nearest beside the cells', () => {
    const { left, top } = plot.cells
    const size = cellSize(plot, view)
    const inside = { x: left + 12.5 * size.width, y: top + 7.5 * size.height }
    expect(cellAt(inside, plot, view, array)).toEqual({ row: 107, column: 12 })
    expect(cellAt({ x: 0, y: 0 }, plot, view, array)).toMatchObject({ column: 0 })
    expect(cellAt({ x: 9999, y: 9999 }, plot, view, array)).toEqual({ row: 249, column: 249 })
  })

  test('knows where a cell lies', () => {
    const box = boxOf({ rowStart: 107, rowEnd: 108, columnStart: 12, columnEnd: 13 }, plot, view)
    const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 }
    expect(cellAt(middle, plot, view, array)).toEqual({ row: 107, column: 12 })
  })
})

test('a single column is a strip with bars beside it', () => {
  const { array } = numberedArray(250, 1)
  const { cells, bars } = heatPlot(array, { width: 800, height: 600 })
  expect(cells.width).toBeLessThan(100)
  expect(bars?.left).toBeGreaterThan(cells.left + cells.width)
  expect((bars?.left ?? 0) + (bars?.width ?? 0)).toBeLessThanOrEqual(800)
})
