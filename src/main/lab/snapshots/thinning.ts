// Which of a run's snapshots are kept when there are too many: the first, the last, the best, whatever the user asked
// for or noted, and of the others those that stand most evenly on a logarithmic scale of iterations.
import type { SnapshotSummary } from '#core/contract/snapshots.ts'

type Candidate = Pick<SnapshotSummary, 'id' | 'reason' | 'note' | 'iteration' | 'isBest'>

/** The ids of those to delete so that at most `limit` of the thinned kind remain. */
export function superfluous(snapshots: readonly Candidate[], limit: number): string[] {
  const isThinned = ({ reason, note }: Candidate): boolean =>
    reason !== 'request' && reason !== 'latest' && reason !== 'imported' && note === ''
  const kept = snapshots.filter(isThinned).sort((a, b) => (a.iteration ?? 0) - (b.iteration ?? 0))
  const deleted: string[] = []
  while (kept.length > limit) {
    const gap = (i: number): number =>
      kept[i]!.isBest ? Infinity : (kept[i + 1]!.iteration ?? 0) / Math.max(1, kept[i - 1]!.iteration ?? 0)
    let closest = 1
    for (let i = 2; i < kept.length - 1; i++) if (gap(i) < gap(closest)) closest = i
    deleted.push(kept.splice(closest, 1)[0]!.id)
  }
  return deleted
}
