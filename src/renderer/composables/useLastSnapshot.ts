// The snapshot from which a run whose network is no longer in memory can go on, and going on from it.
import { computed, watch } from 'vue'
import type { RunSummary } from '#core/contract/runs.ts'
import { isActive } from '../stores/runs.ts'
import { useStores } from '../stores/stores.ts'
import { useResume } from './useResume.ts'

export function useLastSnapshot(run: () => RunSummary | null) {
  const { notices, snapshots } = useStores()
  const { resume } = useResume()

  // Only then is it known which snapshot was the last.
  watch(
    () => [run()?.id, run()?.state, snapshots.count.value],
    () => {
      const shown = run()
      if (shown && !isActive(shown)) snapshots.refresh()
    },
    { immediate: true },
  )

  /** Null while the run can go on as it is, and where its loss would only diverge again. */
  const snapshot = computed(() => {
    const shown = run()
    const isLost = shown && !isActive(shown) && !shown.canContinue && shown.failure?.code !== 'loss-not-finite'
    return isLost ? snapshots.newestOf(shown.id) : null
  })

  /** Goes on to the run's own target, or asks for another where that is reached. */
  async function goOn(): Promise<void> {
    const [shown, last] = [run(), snapshot.value]
    if (!shown || !last) return
    if ((last.iteration ?? 0) >= shown.settings.iterations) return snapshots.ask('resume', last)
    const refusal = await resume(last, { iterations: shown.settings.iterations })
    if (refusal) notices.report(refusal)
  }

  return { snapshot, goOn }
}
