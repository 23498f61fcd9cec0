// How fast a run trains: over all the time that it spent training, or at present.
import type { RunSummary } from './runs.ts'

/** Zeros for a run that does nothing. */
export interface RunSpeed {
  iterationsPerSecond: number
  /** Of all streams of the batch together. */
  charactersPerSecond: number
}

function runSpeed({ settings }: RunSummary, iterationsPerSecond: number): RunSpeed {
  return { iterationsPerSecond, charactersPerSecond: iterationsPerSecond * settings.batch * settings.sequenceLength }
}

/** Over all the time that it spent training. */
export function meanSpeed(run: RunSummary): RunSpeed {
  return runSpeed(run, run.seconds > 0 ? run.iteration / run.seconds : 0)
}

/** While it trains over about the last second, else its mean. */
export function shownSpeed(run: RunSummary): RunSpeed {
  return run.state === 'training' ? runSpeed(run, run.iterationsPerSecond) : meanSpeed(run)
}

/** Mean over all its iterations; 0 before the first. */
export function msPerIteration({ iteration, seconds }: RunSummary): number {
  return iteration > 0 ? (1000 * seconds) / iteration : 0
}
