// Training on from a snapshot: what target to propose, and going to the run that began.
import type { ErrorValue } from '#core/contract/errors.ts'
import { NUMBER_SETTINGS } from '#core/contract/settings.ts'
import type { SnapshotSummary } from '#core/contract/snapshots.ts'
import { useStores } from '../stores/stores.ts'

interface Wish {
  /** The target, counted from iteration 0; by default the snapshot's own. */
  iterations?: number
  /** Null for the text that it was trained on. */
  datasetId?: string | null
}

export function useResume() {
  const { runs, shownView, snapshotDetails } = useStores()

  /** The run's own target while that is ahead, else twice as far. */
  function proposedTarget({ runId, iteration }: SnapshotSummary): number {
    const { default: usual, maximum } = NUMBER_SETTINGS.iterations
    const done = iteration ?? 0
    const planned = runs.list.value.find(({ id }) => id === runId)?.settings.iterations ?? usual
    return Math.min(maximum, planned > done ? planned : 2 * done)
  }

  /** Null when training began; otherwise what stood in the way. */
  async function resume(snapshot: SnapshotSummary, { iterations, datasetId }: Wish = {}): Promise<ErrorValue | null> {
    const result = await snapshotDetails.resume({
      snapshotId: snapshot.id,
      ...(iterations !== undefined && { iterations }),
      ...(typeof datasetId === 'string' && { datasetId }),
    })
    if (!result.ok) return result.error
    runs.adopt(result.value)
    shownView.show('train')
    return null
  }

  return { proposedTarget, resume }
}
