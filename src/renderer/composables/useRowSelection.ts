// Moving through a list with the keys and selecting in it as file managers do: a click takes one row, Ctrl adds or
// takes away, Shift takes all up to there, Ctrl+A takes everything.
import { computed, ref, type Ref } from 'vue'

interface RowSelection {
  ids: Readonly<Ref<readonly string[]>>
  active: Ref<string | null>
  selected: Ref<ReadonlySet<string>>
  /** Rows that Page Up and Page Down move by. */
  pageRows: () => number
  open: (id: string) => void
  remove: (ids: string[]) => void
}

/** All ids from one to the other, both included; those that are not in the list any more select nothing. */
export function idsBetween(ids: readonly string[], one: string, other: string): string[] {
  const places = [ids.indexOf(one), ids.indexOf(other)]
  const first = Math.min(...places)
  return first < 0 ? [] : ids.slice(first, Math.max(...places) + 1)
}

export function useRowSelection({ ids, active, selected, pageRows, open, remove }: RowSelection) {
  const anchor = ref<string | null>(null)
  const activeRow = computed(() => (active.value === null ? -1 : ids.value.indexOf(active.value)))

  function take(id: string): void {
    active.value = anchor.value = id
    selected.value = new Set([id])
  }

  function takeUpTo(id: string): void {
    active.value = id
    selected.value = new Set(idsBetween(ids.value, anchor.value ?? id, id))
  }

  function toggle(id: string): void {
    const next = new Set(selected.value)
    if (!next.delete(id)) next.add(id)
    active.value = anchor.value = id
    selected.value = next
  }

  function click({ ctrlKey, metaKey, shiftKey }: MouseEvent, id: string): void {
    if (ctrlKey || metaKey) toggle(id)
    else if (shiftKey) takeUpTo(id)
    else take(id)
  }

  function moveTo(row: number, extending: boolean): void {
    const id = ids.value[Math.min(ids.value.length - 1, Math.max(0, row))]
    if (id === undefined) return
    if (extending) takeUpTo(id)
    else take(id)
  }

  const moves: Record<string, () => number> = {
    ArrowUp: () => activeRow.value - 1,
    ArrowDown: () => activeRow.value + 1,
    PageUp: () => activeRow.value - pageRows(),
    PageDown: () => activeRow.value + pageRows(),
    Home: () => 0,
    End: () => ids.value.length - 1,
  }

  /** Removes what is selected and goes on at the row after it. */
  function removeSelected(): void {
    const gone = ids.value.filter((id) => selected.value.has(id))
    const last = ids.value.indexOf(gone.at(-1) ?? '')
    const rest = ids.value.filter((id, row) => !selected.value.has(id) && row >= last)
    const next = rest[0] ?? ids.value.findLast((id) => !selected.value.has(id))
    remove(gone)
    if (next !== undefined) take(next)
  }

  function act({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
    if (key === 'Enter' && active.value !== null) open(active.value)
    else if (key === 'Delete') removeSelected()
    else if (key === ' ' && active.value !== null) toggle(active.value)
    else if (key.toLowerCase() === 'a' && (ctrlKey || metaKey)) selected.value = new Set(ids.value)
    else return false
    return true
  }

  function keydown(event: KeyboardEvent): void {
    const move = moves[event.key]
    if (move) moveTo(move(), event.shiftKey)
    else if (!act(event)) return
    event.preventDefault()
  }

  return { activeRow, click, keydown }
}
