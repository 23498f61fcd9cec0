// An unpacked Electron to pack the application with: the one of scripts/packaging/electron-dist.mjs, or, beside a checkout
// that has it, the one that a tool for tests prepares.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { findElectronDist } from '../packaging/electron-dist.mjs'
import { ROOT } from '../packaging/root.mjs'

const RUNTIME_TOOL = resolve(ROOT, '../shared/tools/electron-runtime.mjs')

/** `{ folder, version }`, or null. */
export function findElectron() {
  const found = findElectronDist()
  if (found || !existsSync(RUNTIME_TOOL)) return found
  try {
    const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }
    process.env.ELECTRON_OVERRIDE_DIST_PATH = execFileSync(process.execPath, [RUNTIME_TOOL], options).trim()
    return findElectronDist()
  } catch {
    return null
  }
}
