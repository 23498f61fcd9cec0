// The part of the iterations that the charts show: all of them until the user looks closer.
import { computed, shallowRef, watch, type Ref } from 'vue'
import { clampRange, panRange, zoomRange, type IterationRange } from '../charts/zoom.ts'

const CLOSER = 0.6

export type Zoom = ReturnType<typeof useZoom>

export function useZoom(
  bounds: Readonly<Ref<IterationRange>>,
  logarithmic: Readonly<Ref<boolean>>,
  subject: () => unknown,
) {
  const chosen = shallowRef<IterationRange | null>(null)
  const range = computed(() => (chosen.value ? clampRange(chosen.value, bounds.value) : bounds.value))
  const step = () => ({ range: range.value, bounds: bounds.value, logarithmic: logarithmic.value })

  function set(next: IterationRange): void {
    const isWhole = next.minimum <= bounds.value.minimum && next.maximum >= bounds.value.maximum
    chosen.value = isWhole ? null : next
  }
  watch([subject, logarithmic], () => (chosen.value = null))

  return {
    range,
    zoomed: computed(() => chosen.value !== null),
    show: (next: IterationRange) => set(clampRange(next, bounds.value)),
    reset: () => void (chosen.value = null),
    /** Looks closer around a place along the axis, 0 to 1. */
    closer: (at?: number) => set(zoomRange(step(), CLOSER, at)),
    wider: (at?: number) => set(zoomRange(step(), 1 / CLOSER, at)),
    pan: (share: number) => {
      if (chosen.value) set(panRange(step(), share))
    },
  }
}
