// The files that start a Node process or a thread of their own: one table for the build and for the tests.
import { resolve } from 'node:path'

const source = resolve(import.meta.dirname, '../src/main')

export const WORKER_ENTRIES = {
  'training-worker': resolve(source, 'workers/training-worker.ts'),
  'text-worker': resolve(source, 'workers/text-worker.ts'),
}

export const NODE_ENTRIES = {
  desktop: resolve(source, 'desktop/desktop.ts'),
  web: resolve(source, 'web/web.ts'),
  cli: resolve(source, 'cli/cli.ts'),
  ...WORKER_ENTRIES,
}
