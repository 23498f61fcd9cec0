// Bundles the worker threads once before the tests, so that tests run the very threads that the lab ships.
import { build } from 'vite'
import { resolve } from 'node:path'
import { WORKER_ENTRIES } from '../scripts/node-entries.ts'

export const WORKERS_FOLDER = resolve(import.meta.dirname, '../node_modules/.cache/charscope-test-workers')

export default async function buildWorkers(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: WORKERS_FOLDER,
      emptyOutDir: true,
      rolldownOptions: { input: WORKER_ENTRIES, output: { format: 'es', entryFileNames: '[name].js' } },
    },
  })
}
