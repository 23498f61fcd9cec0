// The part of an array that a heat-map shows: all of it until the user looks closer. Rows and columns are two zooms that
// move together.
import { computed, type Ref } from 'vue'
import type { Cell, CellRectangle } from '../charts/heat-map/heat-array.ts'
import type { ArraySize, HeatView } from '../charts/heat-map/heat-tiles.ts'
import { useZoom, type Zoom } from './useZoom.ts'

export type HeatZoom = ReturnType<typeof useHeatZoom>

/** Moves a zoom as little as needed to have a row or column in sight. */
function panTo(zoom: Zoom, index: number): void {
  const { minimum, maximum } = zoom.range.value
  const short = Math.min(0, index - minimum) + Math.max(0, index + 1 - maximum)
  if (short !== 0) zoom.pan(short / (maximum - minimum))
}

/** @param subject what is shown; when it changes, all of it is shown */
export function useHeatZoom(size: Readonly<Ref<ArraySize>>, subject: () => unknown) {
  const linear = computed(() => false)
  const boundsOf = (side: keyof ArraySize) => computed(() => ({ minimum: 0, maximum: size.value[side] }))
  const rows = useZoom(boundsOf('rows'), linear, subject)
  const columns = useZoom(boundsOf('columns'), linear, subject)

  return {
    rows,
    columns,
    view: computed<HeatView>(() => ({ rows: rows.range.value, columns: columns.range.value })),
    zoomed: computed(() => rows.zoomed.value || columns.zoomed.value),
    show({ rowStart, rowEnd, columnStart, columnEnd }: CellRectangle): void {
      rows.show({ minimum: rowStart, maximum: rowEnd })
      columns.show({ minimum: columnStart, maximum: columnEnd })
    },
    reveal({ row, column }: Cell): void {
      panTo(rows, row)
      panTo(columns, column)
    },
    reset(): void {
      rows.reset()
      columns.reset()
    },
    /** Looks closer around a place, each 0 to 1 of what is shown. */
    closer(at?: { x: number; y: number }): void {
      rows.closer(at?.y)
      columns.closer(at?.x)
    },
    wider(at?: { x: number; y: number }): void {
      rows.wider(at?.y)
      columns.wider(at?.x)
    },
  }
}
