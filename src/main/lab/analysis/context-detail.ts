// One context of many: where it stands in the text, and all that the network expected there.
import type { ContextDetail } from '#core/contract/analysis.ts'
import type { ContextStates } from '#core/analysis/context-states.ts'
import { softmax } from '#core/rnn/softmax.ts'
import { LabError } from '../lab-error.ts'
import type { Reading } from './read-text.ts'

const CHARACTERS_BEFORE = 240
const CHARACTERS_AFTER = 80

/** @throws LabError when there is no such context */
export function contextDetail({ reading, network }: Reading, states: ContextStates, context: number): ContextDetail {
  if (context >= states.count) throw new LabError('context-unknown')
  const { vocabularySize } = states.sizes
  const p = states.logits.slice(context * vocabularySize, (context + 1) * vocabularySize)
  softmax(p, 1)
  const position = states.positions[context]
  const textOf = (start: number, end: number): string =>
    Array.from(reading.text.subarray(Math.max(0, start), end), (index) =>
      String.fromCodePoint(network.codePoints[index]!),
    ).join('')
  return {
    before: position === undefined ? '' : textOf(position + 1 - CHARACTERS_BEFORE, position + 1),
    after: position === undefined ? '' : textOf(position + 1, position + 1 + CHARACTERS_AFTER),
    probabilities: Array.from(p),
  }
}
