// Opening a text, by dialog or by drop: what was opened becomes the text of the next run.
import type { DatasetSummary } from '#core/contract/datasets.ts'
import { useStores } from '../stores/stores.ts'

export function useOpenText() {
  const { datasets, runs, setup } = useStores()

  async function take(opening: Promise<DatasetSummary | undefined>): Promise<void> {
    const dataset = await opening
    if (!dataset) return
    runs.show(null)
    setup.choose(dataset.id)
  }

  return {
    open: () => take(datasets.choose()),
    openDropped: (file: File) => take(datasets.openDropped(file)),
  }
}
