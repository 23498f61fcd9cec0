// The unpacked Electron that an application is made of here: the one that ELECTRON_OVERRIDE_DIST_PATH names, or the one
// that npm's package electron has fetched.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.mjs'

/** @returns `{ folder, version }`, or null when there is none */
export function findElectronDist() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH || join(ROOT, 'node_modules/electron/dist')
  const file = join(folder, 'version')
  return existsSync(file) ? { folder, version: readFileSync(file, 'utf8').trim().replace(/^v/, '') } : null
}
