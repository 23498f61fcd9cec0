// Where a snapshot stands in its training, in words: what tells it from the others of its run.
import { useI18n } from 'vue-i18n'
import type { SnapshotSummary } from '#core/contract/snapshots.ts'
import { useFormat } from './useFormat.ts'

export function useSnapshotStand(): (snapshot: SnapshotSummary) => string {
  const { t } = useI18n()
  const format = useFormat()
  return ({ iteration, reason }) =>
    iteration === null
      ? t(`snapshots.reasons.${reason}`)
      : t('loss.atIteration', { iteration: format.integer(iteration) })
}
