// Waiting for shared memory to change, without holding up the process.
import { setTimeout as pause } from 'node:timers/promises'

const LOOK_EVERY_MS = 2

/** Resolves when `condition` holds, or after `limitMs` all the same. */
export async function until(condition: () => boolean, limitMs: number): Promise<void> {
  const start = performance.now()
  while (!condition() && performance.now() - start < limitMs) await pause(LOOK_EVERY_MS)
}
