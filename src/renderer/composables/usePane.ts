// A pane's text and figures for as long as a component shows them.
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { Pane } from '#core/contract/temperatures.ts'
import { useStores } from '../stores/stores.ts'
import { readPane, type PaneReading } from '../temperatures/pane-reader.ts'
import { WrittenText, type CharacterFacts } from '../temperatures/written-text.ts'

export function usePane(pane: () => Pane) {
  const { temperatures } = useStores()
  const { id } = pane()
  // A new object with every piece: the text inside it is not reactive.
  const reading = shallowRef<PaneReading>({ text: new WrittenText(), statistics: null, problem: null })
  const reader = readPane(
    (request) => temperatures.written({ paneId: id, ...request }),
    (next) => (reading.value = next),
  )
  watch(temperatures.comparison, () => reader.wake())
  onScopeDispose(() => reader.end())

  const pointedFacts = computed<CharacterFacts | null>(() => {
    const at = temperatures.pointed.value
    return at && reading.value.text.factsAt(at.position)
  })
  return { reading, pointedFacts }
}
