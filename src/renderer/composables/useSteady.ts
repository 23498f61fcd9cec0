// Live figures at a pace at which they can be read: the newest value of a source, a few times a second.
import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'

const READABLE_INTERVAL_MS = 200

/** Follows the source at once after a rest, else at the end of the interval, so that the last value always arrives. */
export function useSteady<Value>(source: () => Value, intervalMs = READABLE_INTERVAL_MS): Readonly<Ref<Value>> {
  const steady: Ref<Value> = shallowRef(source())
  let resting: ReturnType<typeof setTimeout> | undefined
  let isBehind = false

  function take(): void {
    isBehind = false
    steady.value = source()
    resting = setTimeout(endRest, intervalMs)
  }

  function endRest(): void {
    resting = undefined
    if (isBehind) take()
  }

  watch(source, () => {
    if (resting === undefined) take()
    else isBehind = true
  })
  onScopeDispose(() => clearTimeout(resting))
  return steady
}
