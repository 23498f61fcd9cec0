// Pointing at a heat-map with the mouse, the wheel or the keys, in terms of cells: which is read, which are selected,
// how close one looks. Knows no canvas, only where the cells lie.
import { ref, type Ref } from 'vue'
import {
  rectangleBetween,
  rectangleOfCell,
  type Cell,
  type CellRectangle,
  type HeatArray,
} from '../charts/heat-map/heat-array.ts'
import { isMove, movedBy } from '../charts/heat-map/cell-moves.ts'
import { cellAt, type HeatPlot } from '../charts/heat-map/heat-plot.ts'
import type { HeatZoom } from './useHeatZoom.ts'

/** A drag shorter than this was a click. */
const LEAST_DRAG_PIXELS = 5
const PAGE_ROWS = 10

interface Pointing {
  element: Readonly<Ref<HTMLElement | null>>
  array: Readonly<Ref<HeatArray>>
  plot: Readonly<Ref<HeatPlot>>
  zoom: HeatZoom
  /** The cell that is read; null when none is. */
  cursor: Ref<Cell | null>
  selected: Ref<CellRectangle | null>
}

interface Point {
  x: number
  y: number
}

/** What a drag does: looks closer at what it encloses, selects it, or moves the array. */
type DragKind = 'zoom' | 'select' | 'pan'

interface Drag {
  kind: DragKind
  from: Point
  to: Point
}

export function useHeatPointing({ element, array, plot, zoom, cursor, selected }: Pointing) {
  const drag = ref<Drag | null>(null)
  /** The corner from which the keys extend the selection. */
  let anchor: Cell | null = null

  function pointOf({ clientX, clientY }: MouseEvent): Point {
    const { left = 0, top = 0 } = element.value?.getBoundingClientRect() ?? {}
    return { x: clientX - left, y: clientY - top }
  }

  const cellUnder = (point: Point): Cell => cellAt(point, plot.value, zoom.view.value, array.value)
  const enclosed = ({ from, to }: Drag): CellRectangle => rectangleBetween(cellUnder(from), cellUnder(to))

  function sharesOf(point: Point): { x: number; y: number } {
    const { left, top, width, height } = plot.value.cells
    const within = (share: number): number => Math.min(1, Math.max(0, share))
    return { x: within((point.x - left) / width), y: within((point.y - top) / height) }
  }

  function pan(right: number, down: number): void {
    const { width, height } = plot.value.cells
    zoom.columns.pan(right / width)
    zoom.rows.pan(down / height)
  }

  function select(rectangle: CellRectangle | null): void {
    selected.value = rectangle
    anchor = rectangle && { row: rectangle.rowStart, column: rectangle.columnStart }
  }

  function endDrag({ kind, from, to }: Drag): void {
    const isClick = Math.hypot(to.x - from.x, to.y - from.y) < LEAST_DRAG_PIXELS
    if (kind === 'pan') return
    if (isClick) select(rectangleOfCell(cellUnder(from)))
    else if (kind === 'select') select(enclosed({ kind, from, to }))
    else zoom.show(enclosed({ kind, from, to }))
  }

  function moveTo(cell: Cell, extending: boolean): void {
    if (extending) {
      anchor ??= cursor.value ?? cell
      selected.value = rectangleBetween(anchor, cell)
    }
    cursor.value = cell
    zoom.reveal(cell)
  }

  /** Where the keys begin: at the cursor, else at what is selected, else at the first cell in sight. */
  function start(): Cell {
    const { rows, columns } = zoom.view.value
    const first = { row: Math.floor(rows.minimum), column: Math.floor(columns.minimum) }
    return (
      cursor.value ?? (selected.value ? { row: selected.value.rowStart, column: selected.value.columnStart } : first)
    )
  }

  function sharesOfCursor(): { x: number; y: number } | undefined {
    if (!cursor.value) return undefined
    const { rows, columns } = zoom.view.value
    const share = (index: number, { minimum, maximum }: typeof rows) => (index + 0.5 - minimum) / (maximum - minimum)
    return { x: share(cursor.value.column, columns), y: share(cursor.value.row, rows) }
  }

  const acts: Record<string, () => void> = {
    Enter: () => select(rectangleOfCell(start())),
    ' ': () => select(rectangleOfCell(start())),
    '+': () => zoom.closer(sharesOfCursor()),
    '=': () => zoom.closer(sharesOfCursor()),
    '-': () => zoom.wider(sharesOfCursor()),
    '0': () => zoom.reset(),
    Escape: () => {
      if (cursor.value) cursor.value = null
      else select(null)
    },
  }

  const handlers = {
    pointerdown(event: PointerEvent): void {
      if (event.button > 1) return
      const kind = event.button === 1 ? 'pan' : event.shiftKey ? 'select' : 'zoom'
      if (kind === 'pan') event.preventDefault()
      element.value?.setPointerCapture(event.pointerId)
      drag.value = { kind, from: pointOf(event), to: pointOf(event) }
    },
    pointermove(event: PointerEvent): void {
      const point = pointOf(event)
      if (drag.value?.kind === 'pan') pan(drag.value.to.x - point.x, drag.value.to.y - point.y)
      if (drag.value) drag.value = { ...drag.value, to: point }
      cursor.value = cellUnder(point)
    },
    pointerup(): void {
      const ended = drag.value
      drag.value = null
      if (ended) endDrag(ended)
    },
    pointercancel: (): void => void (drag.value = null),
    pointerleave: (): void => void (cursor.value = null),
    blur: (): void => void (cursor.value = null),
    dblclick: (): void => zoom.reset(),
    wheel(event: WheelEvent): void {
      event.preventDefault()
      const { deltaX, deltaY, shiftKey, altKey } = event
      const point = pointOf(event)
      if (altKey) pan(0, deltaY)
      else if (shiftKey || Math.abs(deltaX) > Math.abs(deltaY)) pan(deltaX || deltaY, 0)
      else if (deltaY < 0) zoom.closer(sharesOf(point))
      else zoom.wider(sharesOf(point))
      // Another cell lies under the pointer now.
      cursor.value = cellUnder(point)
    },
    keydown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const { key, shiftKey } = event
      const act = acts[key]
      if (!isMove(key) && !act) return
      event.preventDefault()
      if (act) act()
      else moveTo(cursor.value ? movedBy(key, start(), array.value, PAGE_ROWS) : start(), shiftKey)
    },
  }

  return { handlers, drag }
}
