import { describe, expect, it } from 'vitest'
import { tile, type Rectangle } from '#core/geometry/tiling.ts'

const wide = { x: 0, y: 25, width: 1919, height: 1055 }
const tall = { x: -1080, y: 0, width: 1080, height: 1920 }

function overlaps(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

describe('tiles', () => {
  it.each([1, 2, 3, 4, 5, 7, 12])('are %d, fill the area and do not overlap', (count) => {
    for (const area of [wide, tall]) {
      const tiles = tile(area, count)
      expect(tiles).toHaveLength(count)
      expect(tiles.reduce((sum, { width, height }) => sum + width * height, 0)).toBe(area.width * area.height)
      tiles.forEach((a, i) => tiles.slice(i + 1).forEach((b) => expect(overlaps(a, b)).toBe(false)))
      for (const { x, y, width, height } of tiles) {
        expect(x >= area.x && y >= area.y).toBe(true)
        expect(x + width <= area.x + area.width && y + height <= area.y + area.height).toBe(true)
      }
    }
  })

  it('are two by two when they are four', () => {
    expect(tile({ x: 10, y: 20, width: 200, height: 100 }, 4)).toEqual([
      { x: 10, y: 20, width: 100, height: 50 },
      { x: 110, y: 20, width: 100, height: 50 },
      { x: 10, y: 70, width: 100, height: 50 },
      { x: 110, y: 70, width: 100, height: 50 },
    ])
  })

  it('lie side by side in a wide area and above each other in a tall one', () => {
    expect(tile(wide, 2).map(({ height }) => height)).toEqual([1055, 1055])
    expect(tile(tall, 2).map(({ width }) => width)).toEqual([1080, 1080])
  })

  it('are none when none is wanted', () => expect(tile(wide, 0)).toEqual([]))
})
