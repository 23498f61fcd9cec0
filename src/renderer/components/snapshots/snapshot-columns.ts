// The columns of the library's table, from left to right: what each is ordered by, and how scarce room must be for it to
// give way. Their widths are in SnapshotTable.
import type { OrderKey } from '../../stores/snapshot-order.ts'

export interface SnapshotColumn {
  /** The heading is the message `snapshots.columns.<name>`. */
  name: OrderKey | 'curve'
  isNumber: boolean
}

export const SNAPSHOT_COLUMNS: readonly SnapshotColumn[] = [
  { name: 'title', isNumber: false },
  { name: 'iteration', isNumber: true },
  { name: 'smoothLoss', isNumber: true },
  { name: 'bitsPerCharacter', isNumber: true },
  { name: 'curve', isNumber: false },
  { name: 'hiddenSize', isNumber: true },
  { name: 'vocabularySize', isNumber: true },
  { name: 'dataset', isNumber: false },
  { name: 'createdAt', isNumber: false },
]
