// The loop of a training thread: iterates until its control block says otherwise. It runs inline in a test exactly as
// it does in a worker.
import {
  CONTROL,
  enterPhase,
  hasReachedTarget,
  NEVER,
  readWord,
  REQUESTS,
  waitForWake,
  writeWord,
  type Phase,
} from './control.ts'
import { metricsHaveRoom } from './metrics-ring.ts'
import { publicationIsRequested, publish, publishSnapshot, snapshotIsWaiting } from './published.ts'
import type { RunMemory } from './run-memory.ts'
import { TOTALS } from './run-state.ts'
import { samplesHaveRoom } from './sample-ring.ts'
import type { TrainingStep } from './training-step.ts'
import { isMultiple, TrainingRun, type LoopSettings } from './training-run.ts'

/** Phases in which the loop has ended. A run that was stopped or has finished can be given to a new loop. */
export type EndPhase = Extract<Phase, 'stopped' | 'finished' | 'diverged'>

/** What the control block wants next; a pause that comes due is turned into a request to pause. */
function nextPhase(control: Int32Array): Exclude<Phase, 'starting' | 'diverged'> {
  const asked = readWord(control, 'request')
  if (asked === REQUESTS.stop) return 'stopped'
  if (hasReachedTarget(control)) return 'finished'
  if (readWord(control, 'iteration') === readWord(control, 'pauseAt')) {
    writeWord(control, 'pauseAt', NEVER)
    // A stop that arrives at this very moment must not be overwritten.
    Atomics.compareExchange(control, CONTROL.request, REQUESTS.train, REQUESTS.pause)
    return nextPhase(control)
  }
  return asked === REQUESTS.pause ? 'paused' : 'training'
}

/**
 * Trains over `text` (vocabulary indices) until the run is stopped, finished or its loss is not finite, and returns
 * which. While paused, or while a ring is full, it sleeps until it is woken.
 *
 * @param step what computes the iterations
 * @param nowMs a monotonic clock in milliseconds, for the seconds spent training
 */
export function runTrainingLoop(
  memory: RunMemory,
  text: Uint16Array,
  settings: LoopSettings,
  step: TrainingStep,
  nowMs: () => number,
): EndPhase {
  const { control, totals } = memory
  const run = new TrainingRun(memory, text, settings, step)

  // Where the run stands already was saved when it got there.
  let savedAt = readWord(control, 'iteration')

  for (;;) {
    const seen = readWord(control, 'wake')
    const phase = nextPhase(control)
    if (publicationIsRequested(control) && !snapshotIsWaiting(control)) {
      run.store()
      publish(memory)
    }
    // Whoever finds the run in another phase than training finds its state in its memory.
    if (phase !== 'training') run.store()
    enterPhase(control, phase)
    if (phase === 'stopped' || phase === 'finished') return phase
    const iteration = readWord(control, 'iteration')
    const savesNow = isMultiple(iteration, settings.snapshotEvery) && iteration !== savedAt
    if (phase === 'paused' || !hasRoom(memory, run) || (savesNow && snapshotIsWaiting(control))) {
      waitForWake(control, seen)
      continue
    }
    if (savesNow) {
      run.store()
      publishSnapshot(memory)
      savedAt = iteration
    }
    const startMs = nowMs()
    const isFinite = run.iterate()
    totals[TOTALS.secondsTrained]! += (nowMs() - startMs) / 1000
    if (!isFinite) {
      run.store()
      enterPhase(control, 'diverged')
      return 'diverged'
    }
  }
}

function hasRoom(memory: RunMemory, run: TrainingRun): boolean {
  return metricsHaveRoom(memory) && (!run.samplesNext || samplesHaveRoom(memory))
}
