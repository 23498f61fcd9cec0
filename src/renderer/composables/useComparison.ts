// How a snapshot differs from another one, as the lab tells it: asked for anew whenever either changes.
import { shallowRef, watch } from 'vue'
import type { ErrorValue } from '#core/contract/errors.ts'
import type { SnapshotComparison, SnapshotSummary } from '#core/contract/snapshots.ts'
import { isSameShape } from '../stores/snapshot-order.ts'
import { useStores } from '../stores/stores.ts'

export interface ComparedPair {
  before: SnapshotSummary
  after: SnapshotSummary
}

export function useComparison(pair: () => ComparedPair | null) {
  const { snapshotDetails } = useStores()
  const comparison = shallowRef<SnapshotComparison | null>(null)
  const problem = shallowRef<ErrorValue | null>(null)

  async function ask(): Promise<void> {
    const asked = pair()
    comparison.value = problem.value = null
    // What differs in shape is said by whoever shows it, with both shapes.
    if (!asked || !isSameShape(asked.before, asked.after)) return
    const result = await snapshotDetails.compare({ before: asked.before.id, after: asked.after.id })
    const now = pair()
    if (now?.before.id !== asked.before.id || now.after.id !== asked.after.id) return
    if (result.ok) comparison.value = result.value
    else problem.value = result.error
  }
  watch(() => `${pair()?.before.id}\n${pair()?.after.id}`, ask, { immediate: true })

  return { comparison, problem, retry: ask }
}
