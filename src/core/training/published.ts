// A copy of the run's state that others may read while training goes on: made by the training thread at an iteration's
// end when it was asked for, under a version that is odd while the copy is being written.
import { addToWord, readWord, wake, writeWord } from './control.ts'
import type { RunMemory } from './run-memory.ts'
import { TOTALS } from './run-state.ts'

type Publishing = Pick<RunMemory, 'control' | 'stateValues' | 'totals' | 'published'>

/** Adds up the bits of `values` (FNV-1a over 32-bit words), so that a reader can prove that its copy is of one piece. */
export function checksum(values: Float64Array): number {
  const words = new Int32Array(values.buffer, values.byteOffset, values.length * 2)
  let hash = 0x811c9dc5
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words[i]!, 0x01000193)
  return hash | 0
}

/** Asks the training thread for a new copy. */
export function requestPublication(control: Int32Array): void {
  addToWord(control, 'publishRequested', 1)
  wake(control)
}

export function publicationIsRequested(control: Int32Array): boolean {
  return readWord(control, 'publishRequested') !== readWord(control, 'publishAnswered')
}

/** For the training thread alone: copies the state of this moment. */
export function publish({ control, stateValues, totals, published }: Publishing): void {
  const requested = readWord(control, 'publishRequested')
  totals[TOTALS.iteration] = readWord(control, 'iteration')
  totals[TOTALS.position] = readWord(control, 'position')
  addToWord(control, 'publishedVersion', 1)
  published.set(stateValues)
  writeWord(control, 'publishedChecksum', checksum(published))
  addToWord(control, 'publishedVersion', 1)
  writeWord(control, 'publishAnswered', requested)
}

/** True while the published state is a snapshot that the lab has not taken; nothing else is published meanwhile. */
export function snapshotIsWaiting(control: Int32Array): boolean {
  return readWord(control, 'snapshotsPublished') !== readWord(control, 'snapshotsTaken')
}

/** For the training thread alone: publishes the state of this moment as a snapshot to be kept. */
export function publishSnapshot(publishing: Publishing): void {
  publish(publishing)
  addToWord(publishing.control, 'snapshotsPublished', 1)
}

/** For the lab: the snapshot that waited has been copied. */
export function snapshotTaken(control: Int32Array): void {
  writeWord(control, 'snapshotsTaken', readWord(control, 'snapshotsPublished'))
  wake(control)
}

/**
 * Copies the published state into `copy` (see runStateViews) and returns true, or false when nothing was published yet
 * or the thread was writing meanwhile; then try again.
 */
export function readPublished({ control, published }: Publishing, copy: Float64Array): boolean {
  const version = readWord(control, 'publishedVersion')
  if (version === 0 || version % 2 === 1) return false
  copy.set(published)
  const expected = readWord(control, 'publishedChecksum')
  return readWord(control, 'publishedVersion') === version && checksum(copy) === expected
}
