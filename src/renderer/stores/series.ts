// Runs that were started together at several training temperatures: which series there are, which is shown, and the
// losses of its runs on the text that was held out. Their histories are the histories store's.
import { computed, ref, shallowReactive, watch } from 'vue'
import type { LabClient } from '#core/contract/operations.ts'
import type { HeldOutLoss, RunSummary } from '#core/contract/runs.ts'
import { settled, type Request } from '../lab/requests.ts'
import type { RunsStore } from './runs.ts'
import type { SetupStore } from './setup.ts'

export function createSeries(lab: LabClient, request: Request, runs: RunsStore, setup: SetupStore) {
  const chosenId = ref<string | null>(null)
  const heldOut = shallowReactive(new Map<string, readonly HeldOutLoss[]>())
  const asked = new Set<string>()

  /** The newest series first, the runs of each by temperature. */
  const all = computed<RunSummary[][]>(() => {
    const bySeries = new Map<string, RunSummary[]>()
    for (const run of runs.list.value) {
      if (run.series !== null) bySeries.set(run.series, [...(bySeries.get(run.series) ?? []), run])
    }
    const byTemperature = (a: RunSummary, b: RunSummary): number => a.settings.temperature - b.settings.temperature
    return [...bySeries.values()].map((ofSeries) => ofSeries.sort(byTemperature))
  })
  const shown = computed<RunSummary[]>(
    () => all.value.find(([first]) => first?.series === chosenId.value) ?? all.value[0] ?? [],
  )

  async function fetchHeldOut(runId: string): Promise<void> {
    asked.add(runId)
    // A run that is gone has no losses to show; that is no news worth a notice.
    const losses = await settled(lab.call('runs.heldOut', { runId }))
    if (losses.ok) heldOut.set(runId, losses.value)
  }

  function keepUp({ id, heldOut: newest }: RunSummary): void {
    const known = heldOut.get(id)
    if (!known && !asked.has(id)) return void fetchHeldOut(id)
    if (known && newest && newest.iteration > (known.at(-1)?.iteration ?? -1)) heldOut.set(id, [...known, newest])
  }
  watch(shown, (ofSeries) => ofSeries.forEach(keepUp), { immediate: true })

  /** Starts a run for each temperature with the text and the settings of the next run; true when the lab agreed. */
  async function start(temperatures: readonly number[], heldOutShare: number): Promise<boolean> {
    const datasetId = setup.datasetId.value
    if (datasetId === null) return false
    const settings = { ...setup.settings, heldOutShare }
    const options = { ...setup.options }
    const started = await request('runs.startSeries', { datasetId, options, settings, temperatures: [...temperatures] })
    chosenId.value = started?.[0]?.series ?? chosenId.value
    return started !== undefined
  }

  return { all, shown, heldOut, start, show: (seriesId: string) => void (chosenId.value = seriesId) }
}
