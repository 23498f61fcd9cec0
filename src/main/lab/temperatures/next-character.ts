// The writer's next character in a thread of the lab.
import type { DrawingRule, Writer } from '#core/rnn/writer.ts'
import { drawing } from '../drawing.ts'
import type { Network } from '../networks/network.ts'

/** The vocabulary index drawn. @throws LabError when the network's probabilities are not numbers */
export function nextCharacter(writer: Writer, { parameters }: Network, rule: DrawingRule): number {
  return drawing(() => writer.next(parameters, rule))
}
