// The writer's next character in a thread of the lab, where a network that gives no numbers is the user's to know of.
import type { DrawingRule, Writer } from '#core/rnn/writer.ts'
import { LabError } from '../lab-error.ts'
import type { Network } from './networks.ts'

/** The vocabulary index drawn. @throws LabError when the network's probabilities are not numbers */
export function nextCharacter(writer: Writer, { parameters }: Network, rule: DrawingRule): number {
  try {
    return writer.next(parameters, rule)
  } catch (error) {
    if (error instanceof RangeError) throw new LabError('network-not-finite')
    throw error
  }
}
