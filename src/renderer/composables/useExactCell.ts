// The exact value of one entry: from a tile where one tells it, else asked of the lab once the pointer rests.
import { useDebounceFn } from '@vueuse/core'
import { computed, shallowRef, watch, type Ref } from 'vue'
import { rectangleOfCell, type Cell, type HeatArray } from '../charts/heat-map/heat-array.ts'
import type { TileCell } from '../charts/heat-map/heat-tiles.ts'
import { settled } from '../lab/requests.ts'

const REST_MS = 60

function isExact({ rectangle }: TileCell): boolean {
  return rectangle.rowEnd - rectangle.rowStart === 1 && rectangle.columnEnd - rectangle.columnStart === 1
}

/** @param told what the tiles tell of the cell; null where they tell nothing */
export function useExactCell(
  array: Readonly<Ref<HeatArray>>,
  cell: Readonly<Ref<Cell | null>>,
  told: Readonly<Ref<TileCell | null>>,
) {
  const answer = shallowRef<{ array: HeatArray; cell: Cell; value: number } | null>(null)

  const ask = useDebounceFn(async () => {
    const [of, at] = [array.value, cell.value]
    if (!at) return
    const result = await settled(of.region(rectangleOfCell(at)))
    const value = result.ok ? result.value.cells[0]?.[0] : undefined
    if (value !== undefined) answer.value = { array: of, cell: at, value }
  }, REST_MS)

  watch(
    [array, cell, () => told.value && isExact(told.value)],
    ([, at, exact]) => {
      if (at && !exact) void ask()
    },
    { immediate: true },
  )

  /** Null until it is known. */
  return computed(() => {
    const at = cell.value
    if (!at) return null
    if (told.value && isExact(told.value)) return told.value.value
    const known = answer.value
    const isAnswered = known?.array === array.value && known.cell.row === at.row && known.cell.column === at.column
    return isAnswered ? known.value : null
  })
}
