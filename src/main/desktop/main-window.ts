// The main window: opens where the user left it, and again when there is none. How a window is made is lab-windows.ts's;
// what its page says to the lab and hears from it is lab-calls.ts's and lab-events.ts's work.
import { join } from 'node:path'
import { app, screen, type BrowserWindow } from 'electron'
import { openLabWindow } from './lab-windows.ts'
import { readState } from './state-file.ts'
import { rememberWindow } from './window-memory.ts'
import { placeWindow, windowStateSchema } from './window-state.ts'

let window: BrowserWindow | null = null
let hasDrawn = false
const listeners = new Set<(window: BrowserWindow) => void>()

/** The window, hidden or not; null while there is none. */
export function mainWindow(): BrowserWindow | null {
  return window
}

/** Brings the window to the front, making it first when there is none. */
export function showMainWindow(): BrowserWindow {
  window ??= makeWindow()
  if (window.isMinimized()) window.restore()
  // A new window shows itself once it has drawn itself; a hidden one has.
  if (hasDrawn) window.show()
  return window
}

/** Calls `listener` with every main window that is made from now on. */
export function onMainWindowMade(listener: (window: BrowserWindow) => void): void {
  listeners.add(listener)
}

/** Opens the window, and opens it again on macOS, where an application outlives its windows. */
export function setUpMainWindow(): void {
  app.on('activate', showMainWindow)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  showMainWindow()
}

function makeWindow(): BrowserWindow {
  const file = join(app.getPath('userData'), 'window-state.json')
  const remembered = readState(file, windowStateSchema)
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id)
  const workAreas = [primary, ...others].map((display) => display.workArea)
  const place = placeWindow(remembered?.bounds ?? null, workAreas)
  const made = openLabWindow({ place, maximised: remembered?.maximised ?? false })
  hasDrawn = false
  made.once('show', () => (hasDrawn = true))
  made.on('closed', () => {
    window = null
    // The windows of single panes are its companions: without it nothing leads back to the lab.
    if (process.platform !== 'darwin') app.quit()
  })
  for (const listener of listeners) listener(made)
  rememberWindow(made, file)
  return made
}
