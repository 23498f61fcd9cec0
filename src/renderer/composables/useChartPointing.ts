// Pointing at charts with the mouse, the wheel or the keys, in terms of places along their axis (0 at its start, 1 at
// its end): where is read, what is being selected, how close one looks. Knows no chart, only its element and range.
import { useElementSize } from '@vueuse/core'
import { computed, ref, type Ref } from 'vue'
import { AXIS_WIDTH, RIGHT_PADDING } from '../charts/plot.ts'
import { fractionOf, iterationAt } from '../charts/zoom.ts'
import type { Zoom } from './useZoom.ts'

/** A drag shorter than this was a click. */
const LEAST_DRAG_PIXELS = 6
const CURSOR_STEP = 0.01
const PAN_STEP = 0.2

interface Pointing {
  element: Readonly<Ref<HTMLElement | null>>
  zoom: Zoom
  logarithmic: () => boolean
  /** The iteration that is read; null when none is. */
  cursor: Ref<number | null>
}

function within(fraction: number): number {
  return Math.min(1, Math.max(0, fraction))
}

export function useChartPointing({ element, zoom, logarithmic, cursor }: Pointing) {
  const { width } = useElementSize(element)
  const plotWidth = computed(() => Math.max(1, width.value - AXIS_WIDTH - RIGHT_PADDING))
  const drag = ref<{ from: number; to: number } | null>(null)

  const cursorFraction = computed(() => {
    if (cursor.value === null) return null
    const fraction = fractionOf(cursor.value, zoom.range.value, logarithmic())
    return fraction === within(fraction) ? fraction : null
  })
  const selection = computed(() => {
    if (!drag.value) return null
    const { from, to } = drag.value
    return { start: Math.min(from, to), end: Math.max(from, to) }
  })

  function fractionAt({ clientX }: MouseEvent): number {
    const left = element.value?.getBoundingClientRect().left ?? 0
    return within((clientX - left - AXIS_WIDTH) / plotWidth.value)
  }

  function iterationOf(fraction: number): number {
    return iterationAt(fraction, zoom.range.value, logarithmic())
  }

  function moveCursor(by: number): void {
    cursor.value = iterationOf(within((cursorFraction.value ?? (by > 0 ? 0 : 1)) + by))
  }

  const keys: Record<string, () => void> = {
    ArrowLeft: () => moveCursor(-CURSOR_STEP),
    ArrowRight: () => moveCursor(CURSOR_STEP),
    'Shift+ArrowLeft': () => zoom.pan(-PAN_STEP),
    'Shift+ArrowRight': () => zoom.pan(PAN_STEP),
    '+': () => zoom.closer(cursorFraction.value ?? undefined),
    '=': () => zoom.closer(cursorFraction.value ?? undefined),
    '-': () => zoom.wider(cursorFraction.value ?? undefined),
    '0': () => zoom.reset(),
    Escape: () => (cursor.value = drag.value = null),
  }

  const handlers = {
    pointerdown(event: PointerEvent): void {
      if (event.button !== 0) return
      element.value?.setPointerCapture(event.pointerId)
      const fraction = fractionAt(event)
      drag.value = { from: fraction, to: fraction }
    },
    pointermove(event: PointerEvent): void {
      const fraction = fractionAt(event)
      cursor.value = iterationOf(fraction)
      if (drag.value) drag.value = { ...drag.value, to: fraction }
    },
    pointerup(): void {
      const selected = selection.value
      drag.value = null
      if (!selected || (selected.end - selected.start) * plotWidth.value < LEAST_DRAG_PIXELS) return
      zoom.show({ minimum: iterationOf(selected.start), maximum: iterationOf(selected.end) })
    },
    pointercancel: (): void => void (drag.value = null),
    pointerleave: (): void => void (cursor.value = null),
    blur: (): void => void (cursor.value = null),
    dblclick: (): void => zoom.reset(),
    wheel(event: WheelEvent): void {
      event.preventDefault()
      if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) zoom.pan(event.deltaX / plotWidth.value)
      else if (event.deltaY < 0) zoom.closer(fractionAt(event))
      else zoom.wider(fractionAt(event))
    },
    keydown(event: KeyboardEvent): void {
      const act = keys[event.shiftKey && event.key.startsWith('Arrow') ? `Shift+${event.key}` : event.key]
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      act()
    },
  }

  return {
    handlers,
    cursorFraction,
    selection,
    /** Pixels from the element's left edge to a place along the axis. */
    leftOf: (fraction: number): number => AXIS_WIDTH + fraction * plotWidth.value,
  }
}
