// The cells of a table of any size that are in sight, in both directions, below and beside headings that stay.
import { useVirtualizer } from '@tanstack/vue-virtual'
import { computed, type Ref } from 'vue'
import type { Cell } from '../charts/heat-map/heat-array.ts'
import type { ArraySize, HeatView } from '../charts/heat-map/heat-tiles.ts'
import type { AxisRange } from '../charts/zoom.ts'

/** Of rows and columns, and of the headings above and beside them, in CSS pixels. */
export interface CellPixels {
  row: number
  column: number
  head: number
  side: number
}

function rangeOf(items: readonly { index: number }[]): AxisRange {
  return { minimum: items[0]?.index ?? 0, maximum: (items.at(-1)?.index ?? 0) + 1 }
}

export function useVirtualCells(
  size: () => ArraySize,
  scroller: Readonly<Ref<HTMLElement | null>>,
  { row, column, head, side }: CellPixels,
) {
  const rows = useVirtualizer(
    computed(() => ({
      count: size().rows,
      getScrollElement: () => scroller.value,
      estimateSize: () => row,
      scrollPaddingStart: head,
      paddingStart: head,
      overscan: 6,
    })),
  )
  const columns = useVirtualizer(
    computed(() => ({
      count: size().columns,
      horizontal: true,
      getScrollElement: () => scroller.value,
      estimateSize: () => column,
      scrollPaddingStart: side,
      paddingStart: side,
      overscan: 3,
    })),
  )

  return {
    rows,
    columns,
    view: computed<HeatView>(() => ({
      rows: rangeOf(rows.value.getVirtualItems()),
      columns: rangeOf(columns.value.getVirtualItems()),
    })),
    /** Rows that Page Up and Page Down move by. */
    pageRows: () => Math.max(1, Math.floor((scroller.value?.clientHeight ?? 0) / row) - 2),
    reveal(cell: Cell, align: 'auto' | 'center' = 'auto'): void {
      rows.value.scrollToIndex(cell.row, { align })
      columns.value.scrollToIndex(cell.column, { align })
    },
  }
}
