// The dialogs that ask the user for a file.
import { dialog, type BrowserWindow } from 'electron'

/** @returns the path that the user chose, or null when the dialog was cancelled */
export async function chooseFile(window: BrowserWindow): Promise<string | null> {
  // No filter by extension: texts and snapshots can be named anything, and their content tells them apart.
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'] })
  return canceled ? null : (filePaths[0] ?? null)
}

/** @returns where to save, or null when the user chose no place */
export async function choosePlace(window: BrowserWindow, fileName: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: fileName })
  return canceled || !filePath ? null : filePath
}
