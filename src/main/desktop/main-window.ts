// The main window: opens where the user left it, and again when there is none. How a window is made is lab-windows.ts's;
// what its page says to the lab and hears from it is lab-calls.ts's and lab-events.ts's work.
import { join } from 'node:path'
import { app, screen, type BrowserWindow } from 'electron'
import { openLabWindow } from './lab-windows.ts'
import { placeWindow, readWindowState, writeWindowState, type WindowState } from './window-state.ts'

const SAVE_DELAY_MS = 500

let window: BrowserWindow | null = null

/** Brings the window to the front, making it first when there is none. */
export function showMainWindow(): BrowserWindow {
  window ??= makeWindow()
  if (window.isMinimized()) window.restore()
  if (window.isVisible()) window.focus()
  return window
}

/** Opens the window, and opens it again on macOS, where an application outlives its windows. */
export function setUpMainWindow(): void {
  app.on('activate', showMainWindow)
  app.on('second-instance', showMainWindow)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  showMainWindow()
}

function makeWindow(): BrowserWindow {
  const file = join(app.getPath('userData'), 'window-state.json')
  const remembered = readWindowState(file)
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id)
  const workAreas = [primary, ...others].map((display) => display.workArea)
  const place = placeWindow(remembered?.bounds ?? null, workAreas)
  const made = openLabWindow({ place, maximised: remembered?.maximised ?? false })
  made.on('closed', () => (window = null))
  rememberState(made, file)
  return made
}

function rememberState(made: BrowserWindow, file: string): void {
  let timer: NodeJS.Timeout | undefined
  const save = (): void => {
    const state: WindowState = { bounds: made.getNormalBounds(), maximised: made.isMaximized() }
    try {
      writeWindowState(file, state)
    } catch (error) {
      // Not worth a word to the user: the window merely opens where it opened this time.
      console.error(error)
    }
  }
  const saveSoon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(save, SAVE_DELAY_MS)
  }
  made.on('resize', saveSoon)
  made.on('move', saveSoon)
  made.on('close', () => {
    clearTimeout(timer)
    save()
  })
}
