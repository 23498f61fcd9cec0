// Bundles the worker threads once before the tests, so that tests run the very threads that the lab ships. Each run of
// the tests has a folder of its own, which tests get by inject('workersFolder').
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { WORKER_ENTRIES } from '../scripts/node-entries.ts'
import { bundle, BUNDLES_CACHE } from './bundle.ts'

declare module 'vitest' {
  interface ProvidedContext {
    workersFolder: string
  }
}

export default async function buildWorkers(project: TestProject): Promise<() => void> {
  mkdirSync(BUNDLES_CACHE, { recursive: true })
  const folder = mkdtempSync(join(BUNDLES_CACHE, 'charscope-test-workers-'))
  await bundle(WORKER_ENTRIES, folder)
  project.provide('workersFolder', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
