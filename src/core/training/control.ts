// The control block of a run: the words through which a front's commands reach the training thread and its progress
// comes back. The thread reads it once an iteration; both sides use Atomics.

/** Words of the block, (32) int32. The first eight are the lab's to write, the rest the training thread's. */
export const CONTROL = {
  /** What the thread is asked to do: a value of REQUESTS. */
  request: 0,
  /** Iteration at which to pause once, or NEVER. */
  pauseAt: 1,
  /** Iteration at which the run has finished. */
  target: 2,
  /** Counts up when a copy of the state is wanted, see published.ts. */
  publishRequested: 3,
  /** Counts up at every command and every read of a ring: what a waiting thread waits on. */
  wake: 4,
  metricsRead: 5,
  samplesRead: 6,
  /** Snapshots that the lab has taken of those that were published at an interval. */
  snapshotsTaken: 7,
  phase: 8,
  iteration: 9,
  /** Where the next sequence starts in each stream's part of the text. */
  position: 10,
  metricsWritten: 11,
  samplesWritten: 12,
  publishedVersion: 13,
  publishedChecksum: 14,
  publishAnswered: 15,
  /** States that were published because it was time for a snapshot. */
  snapshotsPublished: 16,
} as const

export const CONTROL_WORDS = 32
export const NEVER = -1

export const REQUESTS = { train: 0, pause: 1, stop: 2 } as const
export type Request = keyof typeof REQUESTS

/** What the thread is doing; `diverged` ends a run whose loss is not finite any more. */
export const PHASES = ['starting', 'training', 'paused', 'stopped', 'finished', 'diverged'] as const
export type Phase = (typeof PHASES)[number]

type Word = keyof typeof CONTROL

export function readWord(control: Int32Array, word: Word): number {
  return Atomics.load(control, CONTROL[word])
}

export function writeWord(control: Int32Array, word: Word, value: number): void {
  Atomics.store(control, CONTROL[word], value)
}

export function addToWord(control: Int32Array, word: Word, value: number): void {
  Atomics.add(control, CONTROL[word], value)
}

/** Tells a waiting training thread to look again. */
export function wake(control: Int32Array): void {
  Atomics.add(control, CONTROL.wake, 1)
  Atomics.notify(control, CONTROL.wake)
}

/** Sleeps until `wake` was called since the word had the value `seen`. */
export function waitForWake(control: Int32Array, seen: number): void {
  Atomics.wait(control, CONTROL.wake, seen)
}

/** Sets where a run is to finish, and forgets a pause that was set before. */
export function aimAt(control: Int32Array, target: number): void {
  writeWord(control, 'target', target)
  writeWord(control, 'pauseAt', NEVER)
}

/** Asks for a phase; `train` leaves a pause that is set for later as it is. */
export function request(control: Int32Array, what: Request): void {
  writeWord(control, 'request', REQUESTS[what])
  wake(control)
}

/** Trains on until `iteration` is reached, and pauses there. */
export function trainUntil(control: Int32Array, iteration: number): void {
  writeWord(control, 'pauseAt', iteration)
  request(control, 'train')
}

export function phaseOf(control: Int32Array): Phase {
  return PHASES[readWord(control, 'phase')]!
}

export function enterPhase(control: Int32Array, phase: Phase): void {
  writeWord(control, 'phase', PHASES.indexOf(phase))
}

export function hasReachedTarget(control: Int32Array): boolean {
  return readWord(control, 'iteration') >= readWord(control, 'target')
}

/** True when the run is short of its target and not asked to stop: all that it may lack is a thread. */
export function wantsThread(control: Int32Array): boolean {
  return !hasReachedTarget(control) && readWord(control, 'request') !== REQUESTS.stop
}
