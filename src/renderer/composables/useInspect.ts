// Asking what follows a character in a network, from wherever that network is shown.
import type { NetworkSource } from '#core/contract/temperatures.ts'
import { useStores } from '../stores/stores.ts'

export function useInspect() {
  const { follows, shownView } = useStores()
  return (source: NetworkSource): void => {
    follows.choose(source)
    shownView.show('follows')
  }
}
