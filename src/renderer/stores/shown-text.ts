// The description of the text that the window shows: the shown run's, or the one chosen for the next run.
import { computed, shallowRef, watch } from 'vue'
import type { DatasetDescription } from '#core/contract/datasets.ts'
import type { LabClient } from '#core/contract/operations.ts'
import { settled } from '../lab/requests.ts'
import type { RunsStore } from './runs.ts'
import type { SetupStore } from './setup.ts'

export function createShownText(lab: LabClient, runs: RunsStore, setup: SetupStore) {
  /** Null while it is fetched, and for good when the run's text is gone or has changed since. */
  const ofRun = shallowRef<DatasetDescription | null>(null)

  watch(
    () => runs.shown.value?.id,
    async (runId) => {
      ofRun.value = null
      const run = runs.shown.value
      if (!run) return
      const { datasetId, encoding, vocabularyOrder, sha256 } = run.text
      const result = await settled(lab.call('datasets.describe', { datasetId, options: { encoding, vocabularyOrder } }))
      if (runs.shown.value?.id === runId && result.ok && result.value.sha256 === sha256) ofRun.value = result.value
    },
    { immediate: true },
  )

  return { description: computed(() => (runs.shown.value ? ofRun.value : setup.description.value)) }
}
