// What the lab could not do, until the user has seen it, and what was done that the user may want to follow or to take
// back. A lost connection is not among them: it has a banner.
import { shallowRef } from 'vue'
import type { ErrorValue } from '#core/contract/errors.ts'

export interface Notice {
  id: number
  error: ErrorValue
}

/** Something was done: what it was, and what may follow from it. */
export interface Offer {
  id: number
  /** Snapshots were removed and can be brought back, one was saved and can be opened, or there is a new version. */
  kind: 'removed' | 'saved' | 'newVersion'
  /** How many, at which iteration, or which version. */
  figure: number | string
  act: () => void
}

/** More at once would hide the window behind them. */
export const NOTICE_LIMIT = 3

export function createNotices() {
  const list = shallowRef<readonly Notice[]>([])
  const offers = shallowRef<readonly Offer[]>([])
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

  function offer(kind: Offer['kind'], figure: Offer['figure'], act: () => void): void {
    offers.value = [...offers.value, { id: ++lastId, kind, figure, act }].slice(-NOTICE_LIMIT)
  }

  function forget(id: number): void {
    offers.value = offers.value.filter((other) => other.id !== id)
  }

  return { list, offers, report, dismiss, offer, forget }
}
