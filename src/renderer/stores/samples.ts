// The samples of the shown run: the newest as it comes, and any earlier one that the user went back to.
import { computed, ref, shallowRef, watch } from 'vue'
import type { LabClient } from '#core/contract/operations.ts'
import type { Sample } from '#core/contract/runs.ts'
import type { Request } from '../lab/requests.ts'
import type { RunsStore } from './runs.ts'

export function createSamples(lab: LabClient, request: Request, runs: RunsStore) {
  const newest = shallowRef<Sample | null>(null)
  /** The sample that the user went back to; null while the newest is followed. */
  const chosen = shallowRef<Sample | null>(null)
  /** Where the user went, before its sample has come. */
  const chosenIndex = ref<number | null>(null)
  let fetching = false
  const runId = computed(() => runs.shown.value?.id ?? null)
  const count = computed(() => Math.max(runs.shown.value?.samples ?? 0, (newest.value?.index ?? -1) + 1))

  async function fetchNewest(): Promise<void> {
    const run = runs.shown.value
    if (!run || run.samples === 0) return
    const sample = await request('runs.sample', { runId: run.id, index: run.samples - 1 })
    if (sample && runId.value === run.id && sample.index > (newest.value?.index ?? -1)) newest.value = sample
  }

  function follow(): void {
    chosen.value = null
    chosenIndex.value = null
  }

  /** Goes to the sample at `index` and stays there. While one is on its way, only the last one wanted is asked next. */
  async function goTo(index: number): Promise<void> {
    chosenIndex.value = index
    if (fetching) return
    fetching = true
    while (chosenIndex.value !== null && chosenIndex.value !== chosen.value?.index) {
      const wanted = { runId: runId.value ?? '', index: chosenIndex.value }
      const sample = await request('runs.sample', wanted)
      if (wanted.runId !== runId.value) continue
      if (!sample) follow()
      else if (chosenIndex.value !== null) chosen.value = sample
    }
    fetching = false
  }

  watch(
    runId,
    () => {
      newest.value = null
      follow()
      void fetchNewest()
    },
    { immediate: true },
  )

  lab.on('runs.frame', (frames) => {
    for (const { run, sample } of frames) if (sample && run.id === runId.value) newest.value = sample
  })

  return {
    /** A sample of any run; undefined when there is none. */
    find: (of: string, at: number) => request('runs.sample', { runId: of, index: at }),
    newest,
    chosen,
    count,
    following: computed(() => chosenIndex.value === null),
    /** Position shown by the slider, from 0. */
    index: computed(() => chosenIndex.value ?? Math.max(0, count.value - 1)),
    goTo,
    follow,
    reload: fetchNewest,
  }
}
