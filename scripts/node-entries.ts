// The files that start a Node process or a thread of their own: one table for the build and for the tests.
import { resolve } from 'node:path'

/** Paths from the repository's root. */
export const WORKER_ENTRIES = {
  'training-worker': 'src/main/workers/training-worker.ts',
  'training-helper-worker': 'src/main/workers/training-helper-worker.ts',
  'snapshot-worker': 'src/main/workers/snapshot-worker.ts',
  'analysis-worker': 'src/main/workers/analysis-worker.ts',
  'ahead-worker': 'src/main/workers/ahead-worker.ts',
  'sampling-worker': 'src/main/workers/sampling-worker.ts',
  'text-worker': 'src/main/workers/text-worker.ts',
}

export const NODE_ENTRIES = {
  desktop: 'src/main/desktop/desktop.ts',
  web: 'src/main/web/web.ts',
  cli: 'src/main/cli/cli.ts',
  ...WORKER_ENTRIES,
}

/** The entries as absolute paths. */
export function entriesIn<Entries extends Record<string, string>>(root: string, entries: Entries): Entries {
  return Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, resolve(root, path)])) as Entries
}
