// Bundles the terminal front and the worker threads once before the tests, with the resources beside them as the
// application has them, so that tests start what users start. Each run of the tests has a folder of its own; tests get
// the worker threads by inject('workersFolder') and the terminal's program by inject('cli').
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { NODE_ENTRIES, WORKER_ENTRIES } from '../scripts/node-entries.ts'
import { bundle, BUNDLES_CACHE, ROOT } from './bundle.ts'

declare module 'vitest' {
  interface ProvidedContext {
    workersFolder: string
    cli: string
  }
}

export default async function buildPrograms(project: TestProject): Promise<() => void> {
  mkdirSync(BUNDLES_CACHE, { recursive: true })
  const application = mkdtempSync(join(BUNDLES_CACHE, 'charscope-test-programs-'))
  const bundles = join(application, 'out/main')
  await bundle({ cli: NODE_ENTRIES.cli, ...WORKER_ENTRIES }, bundles)
  cpSync(join(ROOT, 'resources'), join(application, 'resources'), { recursive: true })
  project.provide('workersFolder', bundles)
  project.provide('cli', join(bundles, 'cli.js'))
  return () => rmSync(application, { recursive: true, force: true })
}
