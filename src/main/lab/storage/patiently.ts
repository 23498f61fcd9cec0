// Patience with a disk on which somebody else holds a file: virus scanners, search and cloud folders open what has just
// been written, and Windows then refuses for a moment what it allows a little later.
import { setTimeout as pause } from 'node:timers/promises'
import { systemCodeOf } from '../lab-error.ts'

const BUSY_CODES: readonly string[] = ['EACCES', 'EBUSY', 'EPERM']
/** About a second and a half in all. */
const WAITS_MS: readonly number[] = [10, 30, 100, 300, 1000]

/** Does it again while the disk says that a file is held. @throws what the action throws then */
export async function patiently<Value>(
  action: () => Promise<Value>,
  waitsMs: readonly number[] = WAITS_MS,
): Promise<Value> {
  for (const ms of waitsMs) {
    try {
      return await action()
    } catch (error) {
      if (!BUSY_CODES.includes(systemCodeOf(error))) throw error
    }
    await pause(ms)
  }
  return action()
}
