// What the lab could not do, until the user has seen it, and what the user may still take back. A lost connection is
// not among them: it has a banner.
import { shallowRef } from 'vue'
import type { ErrorValue } from '#core/contract/errors.ts'

export interface Notice {
  id: number
  error: ErrorValue
}

/** Something was removed and can be brought back. */
export interface Removal {
  id: number
  count: number
  restore: () => void
}

/** More at once would hide the window behind them. */
export const NOTICE_LIMIT = 3

export function createNotices() {
  const list = shallowRef<readonly Notice[]>([])
  const removals = shallowRef<readonly Removal[]>([])
  let lastId = 0

  function report(error: ErrorValue): void {
    if (error.code === 'connection-lost') return
    const same = list.value.find((notice) => JSON.stringify(notice.error) === JSON.stringify(error))
    if (same) dismiss(same.id)
    list.value = [...list.value, { id: ++lastId, error }].slice(-NOTICE_LIMIT)
  }

  function dismiss(id: number): void {
    list.value = list.value.filter((notice) => notice.id !== id)
  }

  function offerRestore(count: number, restore: () => void): void {
    removals.value = [...removals.value, { id: ++lastId, count, restore }].slice(-NOTICE_LIMIT)
  }

  function forget(id: number): void {
    removals.value = removals.value.filter((removal) => removal.id !== id)
  }

  return { list, removals, report, dismiss, offerRestore, forget }
}
