import { describe, expect, test } from 'vitest'
import {
  blockOfView,
  blockOfWhole,
  cellIn,
  finestCell,
  tileOf,
  tilesIn,
} from '../../../../src/renderer/charts/heat-map/heat-tiles.ts'

const PIXELS = { width: 1000, height: 800 }
const viewOf = (rows: [number, number], columns: [number, number]) => ({
  rows: { minimum: rows[0], maximum: rows[1] },
  columns: { minimum: columns[0], maximum: columns[1] },
})

describe('how fine an array is told', () => {
  test('entry by entry as far as 512 a side can be seen', () => {
    expect(blockOfView(viewOf([0, 250], [0, 62]), PIXELS)).toEqual({ rows: 1, columns: 1 })
    expect(blockOfView(viewOf([0, 512], [0, 513]), PIXELS)).toEqual({ rows: 1, columns: 2 })
    expect(blockOfView(viewOf([0, 2048], [1000.5, 1200]), PIXELS)).toEqual({ rows: 4, columns: 1 })
  })

  test('never finer than a pixel', () => {
    expect(blockOfView(viewOf([0, 250], [0, 250]), { width: 100, height: 250 })).toEqual({ rows: 1, columns: 4 })
  })

  test('so that the whole is a single tile', () => {
    expect(blockOfWhole({ rows: 2048, columns: 256 })).toEqual({ rows: 8, columns: 1 })
    expect(blockOfWhole({ rows: 250, columns: 1 })).toEqual({ rows: 1, columns: 1 })
  })
})

describe('tiles', () => {
  const size = { rows: 600, columns: 62 }

  test('cover what is in sight, begin at multiples of their size and end with the array', () => {
    expect(tilesIn(viewOf([250.5, 520], [3, 20]), { rows: 1, columns: 1 }, size)).toEqual([
      { rowStart: 0, rowEnd: 256, columnStart: 0, columnEnd: 62 },
      { rowStart: 256, rowEnd: 512, columnStart: 0, columnEnd: 62 },
      { rowStart: 512, rowEnd: 600, columnStart: 0, columnEnd: 62 },
    ])
    expect(tilesIn(viewOf([0, 600], [0, 62]), { rows: 4, columns: 1 }, size)).toEqual([
      { rowStart: 0, rowEnd: 600, columnStart: 0, columnEnd: 62 },
    ])
  })

  test('tell a cell of single entries and one of blocks, the last of which may be smaller', () => {
    const rectangle = { rowStart: 256, rowEnd: 261, columnStart: 0, columnEnd: 3 }
    const region = {
      rowStart: 256,
      columnStart: 0,
      rowsPerCell: 2,
      columnsPerCell: 2,
      cells: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    }
    const tile = tileOf(rectangle, region)
    expect(cellIn(tile, { row: 259, column: 1 })).toEqual({
      value: 3,
      rectangle: { rowStart: 258, rowEnd: 260, columnStart: 0, columnEnd: 2 },
    })
    expect(cellIn(tile, { row: 260, column: 2 })).toEqual({
      value: 6,
      rectangle: { rowStart: 260, rowEnd: 261, columnStart: 2, columnEnd: 3 },
    })
    expect(cellIn(tile, { row: 261, column: 0 })).toBeNull()
    expect(cellIn(tile, { row: 255, column: 0 })).toBeNull()
  })

  test('of two, the finer tells', () => {
    const rectangle = { rowStart: 0, rowEnd: 2, columnStart: 0, columnEnd: 2 }
    const start = { rowStart: 0, columnStart: 0 }
    const coarse = tileOf(rectangle, { ...start, rowsPerCell: 2, columnsPerCell: 2, cells: [[9]] })
    const fine = tileOf(rectangle, {
      ...start,
      rowsPerCell: 1,
      columnsPerCell: 1,
      cells: [
        [1, 2],
        [3, 9],
      ],
    })
    for (const tiles of [
      [coarse, fine],
      [fine, coarse],
    ]) {
      expect(finestCell(tiles, { row: 1, column: 0 })?.value).toBe(3)
    }
    expect(finestCell([coarse], { row: 1, column: 0 })?.value).toBe(9)
    expect(finestCell([], { row: 0, column: 0 })).toBeNull()
  })
})
