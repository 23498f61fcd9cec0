// What the thread beside the analysis thread does: it reads a later part of a text while the part before it is read.
import type { ReadingMemory } from '#core/analysis/reading-memory.ts'
import { readAhead } from '#core/analysis/text-reading.ts'
import type { Parameters } from '#core/rnn/layout.ts'
import { chooseKernel } from '../kernel/choose-kernel.ts'
import { textPassWith } from '../kernel/text-pass.ts'
import { inTurns } from './jobs.ts'

const makeTextPass = textPassWith(chooseKernel())

interface AheadQuestion {
  /** In shared memory: what is read is written here. */
  memory: ReadingMemory
  part: number
  parameters: Parameters
  job: SharedArrayBuffer
}

export const aheadWork = {
  /** @throws LabError when it was cancelled */
  async read({ memory, part, parameters, job }: AheadQuestion): Promise<void> {
    await inTurns(readAhead(memory, part, makeTextPass(parameters, memory.sizes)), job)
  },
}

export type AheadWork = typeof aheadWork
