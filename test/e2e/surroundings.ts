// What scripts/end-to-end.mjs found on this machine, and where the suite leaves its pictures.
import { mkdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '../..')
/** Folder of an Electron runtime; empty when there is none or no display for it. */
export const ELECTRON = process.env.CHARSCOPE_E2E_ELECTRON ?? ''
/** Path of a Chromium; empty when there is none. */
export const CHROMIUM = process.env.CHARSCOPE_E2E_CHROMIUM ?? ''

export function screenshotPath(name: string): string {
  const folder = join(ROOT, 'test-results/screenshots')
  mkdirSync(folder, { recursive: true })
  return join(folder, `${name}.png`)
}

/** A data folder for one test, and the function that deletes it. */
export async function temporaryFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'charscope-e2e-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

/** A figure that the suite measured, for the log. */
export function report(name: string, value: number, unit: string): void {
  console.log(`measured: ${name} ${value.toFixed(1)} ${unit}`)
}
