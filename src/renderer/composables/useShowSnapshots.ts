// Leading the user from wherever a snapshot is spoken of to where it can be seen.
import type { Origin } from '../stores/snapshot-order.ts'
import { useStores } from '../stores/stores.ts'

export function useShowSnapshots() {
  const { shownView, snapshots } = useStores()
  return {
    async open(snapshotId: string): Promise<void> {
      await snapshots.load()
      snapshots.open(snapshotId)
      shownView.show('snapshots')
    },
    /** The library with those of one origin alone. */
    list(origin: Origin): void {
      snapshots.finding.origin = origin
      snapshots.finding.search = ''
      snapshots.open(null)
      shownView.show('snapshots')
    },
  }
}
