// Long work of the analysis thread as both sides see it: a word of shared memory for how far it is and one for whether it
// is still wanted, so that nothing has to be posted on the way.
import { setTimeout as sleep } from 'node:timers/promises'
import { LabError } from '../lab-error.ts'

const DONE = 0
const CANCELLED = 1
const WHOLE = 1_000_000
/** How long the thread computes before it looks whether anybody else waits. */
const TURN_MS = 25

export function allocateJob(): SharedArrayBuffer {
  return new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)
}

export function doneShare(job: SharedArrayBuffer): number {
  return Atomics.load(new Int32Array(job), DONE) / WHOLE
}

export function cancelJob(job: SharedArrayBuffer): void {
  Atomics.store(new Int32Array(job), CANCELLED, 1)
}

/** How often one looks at what another thread does. */
const LOOK_MS = 20

/** Waits for what another thread does, telling how far it is. @throws LabError when the job was cancelled */
export async function follow<Value>(
  work: Promise<Value>,
  job: SharedArrayBuffer | null,
  share: () => number,
): Promise<Value> {
  const words = job && new Int32Array(job)
  for (;;) {
    const ended = await Promise.race([work.then((value) => ({ value })), sleep(LOOK_MS, null)])
    if (ended) return ended.value
    if (words) tell(words, share())
  }
}

/** What was told is not taken back, should there be more to do than was thought. @throws LabError when cancelled */
function tell(words: Int32Array, share: number): void {
  Atomics.store(words, DONE, Math.max(Atomics.load(words, DONE), Math.round(share * WHOLE)))
  if (Atomics.load(words, CANCELLED) === 1) throw new LabError('cancelled')
}

/** Does work that yields the share that is done, in turns. @throws LabError when the job was cancelled */
export async function inTurns<Value>(work: Generator<number, Value>, job: SharedArrayBuffer | null): Promise<Value> {
  const words = job && new Int32Array(job)
  let turnEndsMs = performance.now() + TURN_MS
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    if (words) tell(words, step.value)
    if (performance.now() < turnEndsMs) continue
    await new Promise((resolve) => setImmediate(resolve))
    turnEndsMs = performance.now() + TURN_MS
  }
}
