// A run's name as it is shown: its text and the size of its network.
import { useI18n } from 'vue-i18n'
import type { RunSummary } from '#core/contract/runs.ts'
import { useStores } from '../stores/stores.ts'

export function useRunTitle(): (run: Pick<RunSummary, 'text' | 'settings'>) => string {
  const { datasets, preferences } = useStores()
  const { t } = useI18n()
  return ({ text, settings }) => {
    const title = datasets.title(text.datasetId, text.fileName, preferences.language.value)
    return t('runs.title', { text: title, hiddenSize: settings.hiddenSize })
  }
}
