// Live figures at a pace at which they can be read: the newest value of a source, a few times a second.
import { refThrottled } from '@vueuse/core'
import { computed, type Ref } from 'vue'

const READABLE_INTERVAL_MS = 200

export function useSteady<Value>(source: () => Value, intervalMs = READABLE_INTERVAL_MS): Readonly<Ref<Value>> {
  return refThrottled(computed(source), intervalMs)
}
