// A run's figures as they can be read: calmed while it trains, at once when it does not.
import { computed, type Ref } from 'vue'
import type { RunSummary } from '#core/contract/runs.ts'
import { useSteady } from './useSteady.ts'

export function useSteadyRun(source: () => RunSummary): Readonly<Ref<RunSummary>> {
  const steady = useSteady(source)
  return computed(() => {
    const run = source()
    return run.state === 'training' && steady.value.id === run.id ? steady.value : run
  })
}
