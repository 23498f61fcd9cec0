// The dialogs that ask the user for a file or a folder. Each kind opens where the user was the last time.
import { dirname, join } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import { z } from 'zod'
import { readState, rememberState } from './state-file.ts'

const schema = z.strictObject({ open: z.string().optional(), save: z.string().optional() })
type Kind = keyof z.infer<typeof schema>

function file(): string {
  return join(app.getPath('userData'), 'dialog-folders.json')
}

function folderOf(kind: Kind): string | undefined {
  return readState(file(), schema)?.[kind]
}

function remember(kind: Kind, path: string): void {
  rememberState(file(), { ...readState(file(), schema), [kind]: dirname(path) })
}

/** @returns the path that the user chose, or null when the dialog was cancelled */
export async function chooseFile(window: BrowserWindow): Promise<string | null> {
  const folder = folderOf('open')
  // No filter by extension: texts and snapshots can be named anything, and their content tells them apart.
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    ...(folder !== undefined && { defaultPath: folder }),
  })
  const path = filePaths[0] ?? null
  if (path !== null) remember('open', path)
  return path
}

/** @returns where to save, or null when the user chose no place */
export async function choosePlace(window: BrowserWindow, fileName: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(folderOf('save') ?? app.getPath('documents'), fileName),
  })
  if (canceled || !filePath) return null
  remember('save', filePath)
  return filePath
}

/** @returns a folder, new or there already, or null when the user chose none */
export async function chooseFolder(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] })
  return filePaths[0] ?? null
}
