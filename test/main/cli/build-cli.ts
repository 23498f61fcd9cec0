// Bundles the terminal front with its worker threads as the application has them, so that tests start the program that
// users start.
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { NODE_ENTRIES, WORKER_ENTRIES } from '../../../scripts/node-entries.ts'
import { bundle, BUNDLES_CACHE, ROOT } from '../../bundle.ts'

export interface BuiltCli {
  /** Path of cli.js, in a folder that no other test uses. */
  path: string
  remove: () => void
}

export async function buildCli(): Promise<BuiltCli> {
  mkdirSync(BUNDLES_CACHE, { recursive: true })
  const application = mkdtempSync(join(BUNDLES_CACHE, 'charscope-test-cli-'))
  const bundles = join(application, 'out/main')
  await bundle({ cli: NODE_ENTRIES.cli, ...WORKER_ENTRIES }, bundles)
  await cp(join(ROOT, 'resources'), join(application, 'resources'), { recursive: true })
  return { path: join(bundles, 'cli.js'), remove: () => rmSync(application, { recursive: true, force: true }) }
}
