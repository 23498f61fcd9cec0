// What a run's control block and its thread say of the run: the state that it is in, and why it ended before its time.
import type { ErrorValue } from '#core/contract/errors.ts'
import type { RunState } from '#core/contract/runs.ts'
import { phaseOf, readWord, type Phase } from '#core/training/control.ts'

const STATE_OF_PHASE: Record<Phase, RunState> = {
  starting: 'starting',
  training: 'training',
  paused: 'paused',
  stopped: 'stopped',
  finished: 'finished',
  diverged: 'failed',
}

const ENDED_STATES: RunState[] = ['stopped', 'finished', 'failed']

/** A run has not ended before its thread has: until then it stays in the state that it was in. */
export function stateOf(control: Int32Array, hasThread: boolean, before: RunState): RunState {
  const state = STATE_OF_PHASE[phaseOf(control)]
  return hasThread && ENDED_STATES.includes(state) ? before : state
}

/** Why a thread ended before its time, or null when it did not. @param death what it died of; null when it did not */
export function failureOf(control: Int32Array, death: string | null): ErrorValue | null {
  const iteration = readWord(control, 'iteration')
  const lastGood = iteration - 1
  if (death !== null) return { code: 'worker-died', parameters: { lastGood, detail: death } }
  return phaseOf(control) === 'diverged' ? { code: 'loss-not-finite', parameters: { iteration, lastGood } } : null
}
