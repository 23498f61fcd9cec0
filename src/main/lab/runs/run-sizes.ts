// The sizes of a run's memory, from its settings and what this machine has.
import { availableParallelism } from 'node:os'
import type { TrainingSettings } from '#core/contract/settings.ts'
import type { RunSizes } from '#core/training/run-memory.ts'
import { usefulThreads } from '#core/training/streams.ts'

/** Threads are as many as the settings ask for, or as the machine has; never more than the batch can use. */
export function runSizes(settings: TrainingSettings, vocabularySize: number): RunSizes {
  const { hiddenSize, sequenceLength, sampleLength, batch, threads } = settings
  const wanted = threads === 0 ? availableParallelism() : threads
  const sizes = { hiddenSize, vocabularySize, batch, sequenceLength, sampleLength }
  return { ...sizes, threads: Math.min(wanted, usefulThreads(batch)) }
}
