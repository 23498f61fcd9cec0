// The dialog that opens a text.
import { dialog } from 'electron'
import { mainWindow } from './main-window.ts'

/** @returns the path that the user chose, or null when the dialog was cancelled or there is no window to show it in */
export async function chooseTextFile(): Promise<string | null> {
  const window = mainWindow()
  if (!window) return null
  // No filter by extension: a text to learn from can be named anything.
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'] })
  return canceled ? null : (filePaths[0] ?? null)
}
