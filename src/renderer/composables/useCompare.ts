// Leads from a network, wherever it is met, to its comparison at several temperatures.
import type { NetworkSource } from '#core/contract/temperatures.ts'
import { useStores } from '../stores/stores.ts'

export function useCompare(): (source: NetworkSource) => Promise<void> {
  const { shownView, temperatures } = useStores()
  return async (source) => {
    if (await temperatures.open(source)) shownView.show('temperatures')
  }
}
