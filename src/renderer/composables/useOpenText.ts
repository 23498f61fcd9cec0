// Opening a text by dialog: what was opened becomes the text of the next run.
import type { DatasetSummary } from '#core/contract/datasets.ts'
import { useStores } from '../stores/stores.ts'

export function useOpenText() {
  const { datasets, runs, setup, shownView } = useStores()

  function take(dataset: DatasetSummary): void {
    runs.show(null)
    setup.choose(dataset.id)
    shownView.show('train')
  }

  async function open(): Promise<void> {
    const dataset = await datasets.choose()
    if (dataset) take(dataset)
  }

  return { open, take }
}
