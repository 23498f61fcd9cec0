// A text that a snapshot writes, growing before the eyes: asked for in pieces until it is as long as it should be, or
// until the user has had enough.
import { onScopeDispose, ref, shallowRef } from 'vue'
import type { ErrorValue } from '#core/contract/errors.ts'
import type { CompletionRequest } from '#core/contract/snapshots.ts'
import { useStores } from '../stores/stores.ts'

export interface WritingText {
  request: CompletionRequest
  /** As the network read it, without the characters that it does not know. */
  prompt: string
  text: string
  /** Characters written so far: code points, not JavaScript's units. */
  length: number
  /** Characters of the prompt that were left out. */
  skipped: readonly string[]
}

export function useWriting() {
  const { snapshotDetails } = useStores()
  const written = shallowRef<WritingText | null>(null)
  const problem = shallowRef<ErrorValue | null>(null)
  const isWriting = ref(false)
  let current = 0

  /** Writes a text; one that is on its way is given up. */
  async function write(request: CompletionRequest): Promise<void> {
    const own = ++current
    let grown: WritingText = { request, prompt: request.prompt, text: '', length: 0, skipped: [] }
    isWriting.value = true
    problem.value = null
    while (own === current && grown.length < request.length) {
      const result = await snapshotDetails.write({ ...request, from: grown.length })
      if (own !== current) return
      if (!result.ok) {
        problem.value = result.error
        break
      }
      const { text, skipped } = result.value
      const prompt = Array.from(request.prompt).filter((character) => !skipped.includes(character))
      const length = grown.length + Array.from(text).length
      grown = { request, prompt: prompt.join(''), text: grown.text + text, length, skipped }
      written.value = grown
    }
    if (own === current) isWriting.value = false
  }

  function stop(): void {
    current++
    isWriting.value = false
  }
  onScopeDispose(stop)

  return { written, problem, isWriting, write, stop }
}
