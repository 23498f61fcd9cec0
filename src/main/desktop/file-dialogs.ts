// The dialogs that ask the user for a file.
import { dialog } from 'electron'
import { mainWindow } from './main-window.ts'

/** @returns the path that the user chose, or null when the dialog was cancelled or there is no window to show it in */
export async function chooseFile(): Promise<string | null> {
  const window = mainWindow()
  if (!window) return null
  // No filter by extension: texts and snapshots can be named anything, and their content tells them apart.
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'] })
  return canceled ? null : (filePaths[0] ?? null)
}

/** @returns where to save, or null when the user chose no place */
export async function choosePlace(fileName: string): Promise<string | null> {
  const window = mainWindow()
  if (!window) return null
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: fileName })
  return canceled || !filePath ? null : filePath
}
