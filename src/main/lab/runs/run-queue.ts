// Runs that wait for a processor: so many train at once as the system has threads.
import { availableParallelism } from 'node:os'
import type { LiveRun } from './live-run.ts'

/** Starts those that have waited longest while there is room; `runs` in the order in which they came. */
export function startQueued(runs: readonly LiveRun[]): void {
  const free = availableParallelism() - runs.filter(({ isActive }) => isActive).length
  for (const run of runs.filter(({ isQueued }) => isQueued).slice(0, Math.max(0, free))) run.start()
}
