import { describe, expect, test } from 'vitest'
import { computed, effectScope, ref, shallowRef } from 'vue'
import type { Cell, CellRectangle } from '../../../src/renderer/charts/heat-map/heat-array.ts'
import { useHeatPointing } from '../../../src/renderer/composables/useHeatPointing.ts'
import { useHeatZoom } from '../../../src/renderer/composables/useHeatZoom.ts'
import { numberedArray } from '../charts/heat-map/heat-arrays.ts'

/** A heat-map of 100 × 100 cells of 5 pixels each. */
function heatMap() {
  return effectScope().run(() => {
    const array = shallowRef(numberedArray(100, 100).array)
    const plot = ref({ cells: { left: 0, top: 0, width: 500, height: 500 }, bars: null })
    const zoom = useHeatZoom(array, () => 'same')
    const cursor = shallowRef<Cell | null>(null)
    const selected = shallowRef<CellRectangle | null>(null)
    const element = computed(() => null)
    const { handlers, drag } = useHeatPointing({ element, array, plot, zoom, cursor, selected })
    const press = (key: string, shiftKey = false) =>
      handlers.keydown({ key, shiftKey, preventDefault: () => undefined } as KeyboardEvent)
    const pointer = (x: number, y: number, more: Partial<PointerEvent> = {}) =>
      ({
        clientX: x,
        clientY: y,
        button: 0,
        pointerId: 1,
        shiftKey: false,
        preventDefault: () => undefined,
        ...more,
      }) as PointerEvent
    function dragTo(from: [number, number], to: [number, number], more: Partial<PointerEvent> = {}): void {
      handlers.pointerdown(pointer(...from, more))
      handlers.pointermove(pointer(...to, more))
      handlers.pointerup()
    }
    return { zoom, cursor, selected, handlers, drag, press, pointer, dragTo }
  })!
}

describe('the pointer', () => {
  test('reads the cell under it, until it leaves', () => {
    const { handlers, pointer, cursor } = heatMap()
    handlers.pointermove(pointer(62, 478))
    expect(cursor.value).toEqual({ row: 95, column: 12 })
    handlers.pointerleave()
    expect(cursor.value).toBeNull()
  })

  test('selects one cell by a click and a rectangle by dragging with Shift', () => {
    const { dragTo, selected, zoom } = heatMap()
    dragTo([62, 478], [63, 479])
    expect(selected.value).toEqual({ rowStart: 95, rowEnd: 96, columnStart: 12, columnEnd: 13 })
    dragTo([100, 100], [52, 148], { shiftKey: true })
    expect(selected.value).toEqual({ rowStart: 20, rowEnd: 30, columnStart: 10, columnEnd: 21 })
    expect(zoom.zoomed.value).toBe(false)
  })

  test('looks closer at what a drag encloses, moves with the middle button, and returns', () => {
    const { dragTo, zoom, handlers } = heatMap()
    dragTo([101, 101], [199, 199])
    expect(zoom.view.value).toEqual({ rows: { minimum: 20, maximum: 40 }, columns: { minimum: 20, maximum: 40 } })
    dragTo([250, 250], [125, 250], { button: 1 })
    expect(zoom.view.value.columns).toEqual({ minimum: 25, maximum: 45 })
    handlers.dblclick()
    expect(zoom.zoomed.value).toBe(false)
  })

  test('stays on what it points at while the wheel turns', () => {
    const { handlers, pointer, cursor, zoom } = heatMap()
    const wheel = { ...pointer(252, 252), deltaX: 0, deltaY: -100, altKey: false } as unknown as WheelEvent
    handlers.wheel(wheel)
    expect(zoom.view.value.rows.maximum - zoom.view.value.rows.minimum).toBeCloseTo(60, 9)
    expect(cursor.value).toEqual({ row: 50, column: 50 })
  })
})

describe('the keys', () => {
  test('begin at the first cell, move by one, by ten, and to the ends, and stay within the array', () => {
    const { press, cursor } = heatMap()
    press('ArrowDown')
    expect(cursor.value).toEqual({ row: 0, column: 0 })
    for (const key of ['PageDown', 'ArrowDown', 'End', 'ArrowRight']) press(key)
    expect(cursor.value).toEqual({ row: 11, column: 99 })
    for (const key of ['Home', 'ArrowLeft', 'PageUp', 'PageUp']) press(key)
    expect(cursor.value).toEqual({ row: 0, column: 0 })
  })

  test('select, extend the selection and take it back', () => {
    const { press, selected } = heatMap()
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) press(key)
    expect(selected.value).toEqual({ rowStart: 1, rowEnd: 2, columnStart: 0, columnEnd: 1 })
    for (const key of ['ArrowDown', 'ArrowRight']) press(key, true)
    expect(selected.value).toEqual({ rowStart: 1, rowEnd: 3, columnStart: 0, columnEnd: 2 })
    press('Escape')
    press('Escape')
    expect(selected.value).toBeNull()
  })

  test('look closer around the cursor and keep it in sight', () => {
    const { press, zoom, cursor } = heatMap()
    for (const key of ['ArrowDown', 'End', '+', '+', '+']) press(key)
    expect(zoom.view.value.columns.maximum).toBeCloseTo(100, 0)
    for (let step = 0; step < 50; step++) press('ArrowLeft')
    expect(zoom.view.value.columns.minimum).toBeCloseTo(cursor.value!.column, 9)
    press('0')
    expect(zoom.zoomed.value).toBe(false)
  })
})
