// Prompts read character by character, as the contract tells them.
import { PROMPT_STEPS_LIMIT, type NextCharacter } from '#core/contract/analysis.ts'
import type { OperationInput } from '#core/contract/operations.ts'
import { ACTIVE_THRESHOLD, activeUnits, readPrompt, type PromptStep } from '#core/analysis/prompt-reading.ts'
import { promptIndices, requireKnown } from '../snapshots/completions.ts'
import type { Network } from '../networks/network.ts'

type Request = Pick<OperationInput<'analysis.next'>, 'prompt' | 'temperature' | 'feedLastTwice' | 'skipUnknown'>

/** @throws LabError when a character is not known and is not to be left out */
export function promptSteps(
  { parameters, sizes, codePoints }: Network,
  { prompt, temperature, feedLastTwice, skipUnknown }: Request,
): { steps: PromptStep[]; skipped: string[] } {
  const { indices, unknown } = promptIndices(codePoints, prompt)
  if (!skipUnknown) requireKnown(unknown)
  return { steps: readPrompt(parameters, sizes, indices, temperature, feedLastTwice), skipped: unknown }
}

export function nextCharacter(network: Network, request: Request): Pick<NextCharacter, 'steps' | 'skipped'> {
  const { steps, skipped } = promptSteps(network, request)
  const told = steps.slice(-PROMPT_STEPS_LIMIT).map(({ character, surpriseBits, h, p }) => ({
    character,
    surpriseBits,
    probabilities: Array.from(p),
    h: Array.from(h),
    activeUnits: activeUnits(h, ACTIVE_THRESHOLD).length,
  }))
  return { steps: told, skipped }
}
