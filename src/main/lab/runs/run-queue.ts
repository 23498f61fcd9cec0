// Runs that wait for a processor: so many train at once as the system has threads and the user
// allows.
import { availableParallelism } from 'node:os'
import type { LiveRun } from './live-run.ts'

/** Starts those that have waited longest while there is room; `runs` in the order in which they came. */
export function startQueued(runs: readonly LiveRun[], limit: number): void {
  const free = Math.min(availableParallelism(), limit) - runs.filter(({ isActive }) => isActive).length
  for (const run of runs.filter(({ isQueued }) => isQueued).slice(0, Math.max(0, free))) run.start()
}
