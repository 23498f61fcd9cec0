// What the lab answers to a question that changes: the newest answer, the last one while the next is awaited, and never
// that to a question which is not asked any more.
import { computed, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { ErrorValue } from '#core/contract/errors.ts'
import type { OperationInput, OperationName, OperationOutput } from '#core/contract/operations.ts'
import { useStores } from '../stores/stores.ts'

export interface Answer<Value> {
  value: Readonly<ShallowRef<Value | null>>
  problem: Readonly<ShallowRef<ErrorValue | null>>
  isWaiting: Readonly<Ref<boolean>>
}

/**
 * @param question null while there is nothing to ask; asked anew when its content has changed, or `version` has
 * @param version of what the question is about, where the question itself does not tell
 */
export function useAnswer<Name extends OperationName>(
  name: Name,
  question: () => OperationInput<Name> | null,
  version: () => unknown = () => null,
): Answer<OperationOutput<Name>> {
  const { ask } = useStores()
  const value: ShallowRef<OperationOutput<Name> | null> = shallowRef(null)
  const problem = shallowRef<ErrorValue | null>(null)
  const isWaiting = ref(false)
  const content = computed(() => JSON.stringify([question(), version()]))
  let turn = 0

  watch(
    content,
    async () => {
      const asked = question()
      const own = ++turn
      if (!asked) return void (value.value = null)
      isWaiting.value = true
      const result = await ask(name, asked)
      if (own !== turn) return
      isWaiting.value = false
      problem.value = result.ok ? null : result.error
      value.value = result.ok ? result.value : null
    },
    { immediate: true },
  )
  return { value, problem, isWaiting }
}
