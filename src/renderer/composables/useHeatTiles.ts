// The tiles of an array that its heat-map has fetched so far: the whole at once, coarse, then what is in sight as fine
// as it can be shown. They are plain typed arrays; only `revision` is reactive.
import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import type { ErrorValue } from '#core/contract/errors.ts'
import type { Cell, CellRectangle, HeatArray } from '../charts/heat-map/heat-array.ts'
import {
  blockOfView,
  blockOfWhole,
  coarseness,
  finestCell,
  tileOf,
  tilesIn,
  type BlockSize,
  type HeatTile,
  type HeatView,
} from '../charts/heat-map/heat-tiles.ts'
import { settled } from '../lab/requests.ts'

/** The lab reads one after the other; more would only wait there, where they cannot be taken back. */
const ASKED_AT_ONCE = 2
/** Half a mebibyte each. */
const TILES_KEPT = 48

export type HeatTiles = ReturnType<typeof useHeatTiles>

const keyOf = ({ rowStart, rowEnd, columnStart, columnEnd }: CellRectangle): string =>
  `${rowStart}:${rowEnd},${columnStart}:${columnEnd}`

export function useHeatTiles(
  array: Readonly<Ref<HeatArray>>,
  view: Readonly<Ref<HeatView>>,
  pixels: Readonly<Ref<{ width: number; height: number }>>,
) {
  /** By rectangle, the one wanted longest ago first. */
  let tiles = new Map<string, HeatTile>()
  let asked = new Set<string>()
  let waiting: CellRectangle[] = []
  const revision = ref(0)
  const problem = shallowRef<ErrorValue | null>(null)

  const whole = { rows: { minimum: 0, maximum: Infinity }, columns: { minimum: 0, maximum: Infinity } }
  const wanted = computed(() => {
    const { rows, columns } = array.value
    const all = { rows: { ...whole.rows, maximum: rows }, columns: { ...whole.columns, maximum: columns } }
    const coarse = tilesIn(all, blockOfWhole(array.value), array.value)
    if (pixels.value.width < 1 || pixels.value.height < 1) return { coarse, fine: [] }
    return { coarse, fine: tilesIn(view.value, blockOfView(view.value, pixels.value), array.value) }
  })

  function keep(key: string, tile: HeatTile): void {
    tiles.set(key, tile)
    const needed = new Set([...wanted.value.coarse, ...wanted.value.fine].map(keyOf))
    for (const old of tiles.keys()) {
      if (tiles.size <= TILES_KEPT) break
      if (!needed.has(old)) tiles.delete(old)
    }
    revision.value++
  }

  async function ask(rectangle: CellRectangle): Promise<void> {
    const [key, own, ownAsked] = [keyOf(rectangle), tiles, asked]
    asked.add(key)
    const result = await settled(array.value.region(rectangle))
    ownAsked.delete(key)
    // Meanwhile another array may be shown.
    if (own !== tiles) return
    if (result.ok) keep(key, tileOf(rectangle, result.value))
    else problem.value = result.error
    askNext()
  }

  function askNext(): void {
    while (asked.size < ASKED_AT_ONCE) {
      const next = waiting.shift()
      if (!next) return
      void ask(next)
    }
  }

  function fetch(): void {
    // The same tile may be coarse and fine enough at once.
    const rectangles = new Map([...wanted.value.coarse, ...wanted.value.fine].map((one) => [keyOf(one), one]))
    for (const key of rectangles.keys()) {
      const tile = tiles.get(key)
      // What is wanted again is the last to go.
      if (tile && tiles.delete(key)) tiles.set(key, tile)
    }
    waiting = [...rectangles].filter(([key]) => !tiles.has(key) && !asked.has(key)).map(([, rectangle]) => rectangle)
    problem.value = null
    askNext()
  }

  watch(
    [array, wanted],
    ([shownArray], [before]) => {
      if (shownArray !== before) {
        tiles = new Map()
        asked = new Set()
        revision.value++
      }
      fetch()
    },
    { immediate: true },
  )

  /** Those in sight that are there, as far as reactivity goes: read anew with every revision. */
  function shown(): HeatTile[] {
    return revision.value >= 0 ? [...tiles.values()] : []
  }

  return {
    shown,
    problem,
    retry: fetch,
    at: (cell: Cell) => finestCell(shown(), cell),
    /** False until there is something to see of every part. */
    hasWhole: computed(() => revision.value >= 0 && wanted.value.coarse.every((one) => tiles.has(keyOf(one)))),
    /** The largest block that a cell in sight stands for; null while that is not known. */
    block: computed<BlockSize | null>(() => {
      if (revision.value < 0) return null
      const there = wanted.value.fine.map((rectangle) => tiles.get(keyOf(rectangle)))
      const known = there.filter((tile) => tile !== undefined).sort((one, other) => coarseness(other) - coarseness(one))
      return known.length === there.length ? (known[0]?.block ?? null) : null
    }),
  }
}
