// The texts on offer, and opening more of them.
import { computed, shallowRef } from 'vue'
import type { DatasetList, DatasetSummary } from '#core/contract/datasets.ts'
import type { ErrorValue, Language } from '#core/contract/errors.ts'
import type { LabClient, Result } from '#core/contract/operations.ts'
import { settled, type Request } from '../lab/requests.ts'

export type DatasetsStore = ReturnType<typeof createDatasets>

export function createDatasets(lab: LabClient, request: Request, report: (error: ErrorValue) => void) {
  const list = shallowRef<DatasetList>({ bundled: [], recent: [] })
  const all = computed(() => [...list.value.bundled, ...list.value.recent])

  lab.on('datasets.changed', (changed) => (list.value = changed))

  async function load(): Promise<void> {
    list.value = (await request('datasets.list', {})) ?? list.value
  }

  function find(datasetId: string | null): DatasetSummary | undefined {
    return all.value.find(({ id }) => id === datasetId)
  }

  /** A bundled text's title, any other's file name; `fileName` for a text that has left the list. */
  function title(datasetId: string | null, fileName: string, language: Language): string {
    const dataset = find(datasetId)
    return dataset?.bundled?.title[language] ?? dataset?.fileName ?? fileName
  }

  async function opened(answer: Promise<Result<DatasetSummary> | null>): Promise<DatasetSummary | undefined> {
    const result = await settled<DatasetSummary | null>(answer.then((value) => value ?? { ok: true, value: null }))
    if (!result.ok) return void report(result.error)
    if (result.value === null) return undefined
    await load()
    return result.value
  }

  async function forget(datasetId: string): Promise<void> {
    list.value = (await request('datasets.forget', { datasetId })) ?? list.value
  }

  return {
    list,
    load,
    find,
    title,
    forget,
    /** The text that the user chose in a dialog; undefined when none was, or when it could not be opened. */
    choose: () => opened(lab.chooseText()),
  }
}
