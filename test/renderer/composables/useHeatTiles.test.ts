import { describe, expect, test } from 'vitest'
import { effectScope, ref, shallowRef } from 'vue'
import { useHeatTiles } from '../../../src/renderer/composables/useHeatTiles.ts'
import { numberedArray } from '../charts/heat-map/heat-arrays.ts'
import { answersTaken } from '../fake-lab.ts'

const PIXELS = { width: 800, height: 600 }

function shownOf(rows: number, columns: number) {
  const { array, asked } = numberedArray(rows, columns)
  const shown = shallowRef(array)
  const view = shallowRef({ rows: { minimum: 0, maximum: rows }, columns: { minimum: 0, maximum: columns } })
  const tiles = effectScope().run(() => useHeatTiles(shown, view, ref(PIXELS)))!
  return { tiles, view, shown, asked, array }
}

describe('the tiles of a heat-map', () => {
  test('of an array that fits are one, exact', async () => {
    const { tiles, asked } = shownOf(250, 250)
    expect(tiles.hasWhole.value).toBe(false)
    await answersTaken()
    expect(asked).toHaveLength(1)
    expect(tiles.hasWhole.value).toBe(true)
    expect(tiles.block.value).toEqual({ rows: 1, columns: 1 })
    expect(tiles.at({ row: 95, column: 12 })?.value).toBe(950_012)
  })

  test('of a large one come coarse first, then as fine as they can be shown', async () => {
    const { tiles, asked, view } = shownOf(2048, 2048)
    await answersTaken()
    expect(asked[0]).toEqual({ rowStart: 0, rowEnd: 2048, columnStart: 0, columnEnd: 2048 })
    expect(tiles.block.value).toEqual({ rows: 4, columns: 4 })
    expect(tiles.at({ row: 0, column: 0 })?.rectangle).toEqual({ rowStart: 0, rowEnd: 4, columnStart: 0, columnEnd: 4 })

    view.value = { rows: { minimum: 300, maximum: 340 }, columns: { minimum: 1000, maximum: 1040 } }
    await answersTaken()
    await answersTaken()
    expect(tiles.block.value).toEqual({ rows: 1, columns: 1 })
    expect(tiles.at({ row: 300, column: 1023 })?.value).toBe(3_001_023)
    expect(tiles.at({ row: 300, column: 1024 })?.value).toBe(3_001_024)
  })

  test('are not asked for twice, and start anew with another array', async () => {
    const { tiles, asked, view, shown } = shownOf(250, 62)
    await answersTaken()
    view.value = { rows: { minimum: 10, maximum: 30 }, columns: { minimum: 10, maximum: 30 } }
    await answersTaken()
    expect(asked).toHaveLength(1)
    const other = numberedArray(62, 250)
    shown.value = other.array
    await answersTaken()
    expect(other.asked).toHaveLength(1)
    expect(tiles.at({ row: 61, column: 249 })?.value).toBe(610_249)
    expect(tiles.at({ row: 100, column: 0 })).toBeNull()
  })

  test('that the lab refuses are a problem that can be tried again', async () => {
    const { array } = numberedArray(10, 10)
    let isThere = false
    const failing = {
      ...array,
      region: (rectangle: Parameters<typeof array.region>[0]) =>
        isThere ? array.region(rectangle) : Promise.reject(new Error('gone')),
    }
    const view = ref({ rows: { minimum: 0, maximum: 10 }, columns: { minimum: 0, maximum: 10 } })
    const tiles = effectScope().run(() => useHeatTiles(shallowRef(failing), view, ref(PIXELS)))!
    await answersTaken()
    expect(tiles.problem.value?.code).toBe('internal')
    isThere = true
    tiles.retry()
    await answersTaken()
    expect(tiles.problem.value).toBeNull()
    expect(tiles.hasWhole.value).toBe(true)
  })
})
