// The sample to show. The newest takes the place of the one before at a pace at which it can be read, and never while
// the user reads, so that nothing moves under the eyes.
import { computed, shallowRef, watch, type Ref } from 'vue'
import type { Sample } from '#core/contract/runs.ts'
import { useStores } from '../stores/stores.ts'
import { useSteady } from './useSteady.ts'

const SAMPLE_INTERVAL_MS = 1500

/** `held` is true while the user points at the sample or has selected some of it. */
export function useReading(held: Readonly<Ref<boolean>>) {
  const { runs, samples } = useStores()
  const steady = useSteady(() => samples.newest.value, SAMPLE_INTERVAL_MS)
  const live = shallowRef<Sample | null>(samples.newest.value)

  watch([steady, held], () => {
    if (!held.value || !live.value) live.value = steady.value
  })
  watch(
    () => runs.shown.value?.id,
    () => (live.value = null),
  )

  return {
    sample: computed(() => samples.chosen.value ?? live.value),
    /** True while a newer sample waits for the user to have read this one. */
    isBehind: computed(() => samples.following.value && held.value && live.value !== steady.value),
  }
}
