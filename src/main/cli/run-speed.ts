// How fast a run trained, over all the time that it spent training.
import type { RunSummary } from '#core/contract/runs.ts'

export interface RunSpeed {
  msPerIteration: number
  charactersPerSecond: number
}

/** Zeros for a run that did nothing. */
export function runSpeed({ iteration, seconds, settings }: RunSummary): RunSpeed {
  return {
    msPerIteration: iteration > 0 ? (1000 * seconds) / iteration : 0,
    charactersPerSecond: seconds > 0 ? (iteration * settings.batch * settings.sequenceLength) / seconds : 0,
  }
}
