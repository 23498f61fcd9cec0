// What scripts/end-to-end.mjs found on this machine, and where the suite leaves its pictures.
import { mkdirSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '../..')
/** The application, packed with a real Electron; empty when there is none or no display for it. */
export const ELECTRON = process.env.CHARSCOPE_E2E_APPLICATION ?? ''
/** True where the Debian package may be installed and removed again. */
export const MAY_INSTALL = process.env.CHARSCOPE_E2E_DEBIAN === 'yes'
/** Path of a Chromium; empty when there is none. */
export const CHROMIUM = process.env.CHARSCOPE_E2E_CHROMIUM ?? ''

/** Where the application was built to look for new versions; nobody is there unless a test is. */
export const UPDATE_ADDRESS = process.env.CHARSCOPE_UPDATE_ADDRESSES ?? ''

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

/** Has the lab of a data folder begin without its first tour, which a test of something else would have to skip. */
export async function withoutTour(dataFolder: string): Promise<void> {
  await mkdir(dataFolder, { recursive: true })
  await writeFile(join(dataFolder, 'preferences.json'), '{"tourDone":true}', { flag: 'wx' }).catch(() => undefined)
}

/** A figure that the suite measured, for the log. */
export function report(name: string, value: number, unit: string): void {
  console.log(`measured: ${name} ${value.toFixed(1)} ${unit}`)
}
