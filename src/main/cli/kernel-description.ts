// What is worth a line about the kernel that computes a run.
import type { Language } from '#core/contract/errors.ts'
import type { RunSummary } from '#core/contract/runs.ts'
import { messageText } from './messages.ts'

/** null when there is nothing unusual about it. */
export function describeKernel({ kernel, earlierKernel }: RunSummary, language: Language): string | null {
  if (earlierKernel !== null) return messageText('kernel-changed', language, { kernel, earlier: earlierKernel })
  return kernel === 'reference' ? messageText('kernel-slow', language) : null
}
