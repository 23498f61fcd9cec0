// The files that the user opened last, for the menu and for the system's own list of recent documents.
import { join } from 'node:path'
import { app } from 'electron'
import { z } from 'zod'
import { readState, rememberState } from './state-file.ts'

const LIMIT = 10
const schema = z.array(z.string().min(1)).max(LIMIT)
const listeners = new Set<() => void>()

function file(): string {
  return join(app.getPath('userData'), 'recent-files.json')
}

/** Paths, the latest first. */
export function recentFiles(): string[] {
  return readState(file(), schema) ?? []
}

export function rememberFile(path: string): void {
  app.addRecentDocument(path)
  replace([path, ...recentFiles().filter((other) => other !== path)].slice(0, LIMIT))
}

export function forgetRecentFiles(): void {
  app.clearRecentDocuments()
  replace([])
}

/** Calls `listener` when the list has changed. */
export function onRecentFilesChanged(listener: () => void): void {
  listeners.add(listener)
}

function replace(paths: string[]): void {
  rememberState(file(), paths)
  for (const listener of listeners) listener()
}
