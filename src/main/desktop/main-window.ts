// The one window: made without a white flash where the user left it, kept through crashes of its page. What its page
// says to the lab and hears from it is lab-calls.ts's and lab-events.ts's work.
import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { pageAddress } from './page-address.ts'
import { MINIMUM_SIZE, placeWindow, readWindowState, writeWindowState, type WindowState } from './window-state.ts'

// The page's own background in either theme, shown until the page has drawn itself.
const BACKGROUND = { light: '#f6f7f9', dark: '#11161c' } as const
const SAVE_DELAY_MS = 500
const CRASH_INTERVAL_MS = 10_000

let window: BrowserWindow | null = null

/** The window, or null while there is none. */
export function mainWindow(): BrowserWindow | null {
  return window
}

/** Brings the window to the front, making it first when there is none. */
export function showMainWindow(): void {
  window ??= makeWindow()
  if (window.isMinimized()) window.restore()
  if (window.isVisible()) window.focus()
}

/** Opens the window, and opens it again on macOS, where an application outlives its windows. */
export function setUpMainWindow(): void {
  nativeTheme.on('updated', () => window?.setBackgroundColor(background()))
  app.on('activate', showMainWindow)
  app.on('second-instance', showMainWindow)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  showMainWindow()
}

function background(): string {
  return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light
}

function makeWindow(): BrowserWindow {
  const file = join(app.getPath('userData'), 'window-state.json')
  const remembered = readWindowState(file)
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id)
  const workAreas = [primary, ...others].map((display) => display.workArea)
  const made = new BrowserWindow({
    ...placeWindow(remembered?.bounds ?? null, workAreas),
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    title: app.name,
    backgroundColor: background(),
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // A hidden window may go to sleep: the lab trains in threads of its own.
      backgroundThrottling: true,
      spellcheck: false,
    },
  })
  made.once('ready-to-show', () => {
    if (remembered?.maximised) made.maximize()
    made.show()
  })
  made.on('closed', () => (window = null))
  rememberState(made, file)
  reloadAfterCrash(made)
  void made.loadURL(pageAddress())
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

/** All that matters lives in the lab, so a crashed page is simply loaded again; not for ever, when it keeps crashing. */
function reloadAfterCrash(made: BrowserWindow): void {
  let lastCrash = Number.NEGATIVE_INFINITY
  made.webContents.on('render-process-gone', (_, { reason }) => {
    const repeated = performance.now() - lastCrash < CRASH_INTERVAL_MS
    lastCrash = performance.now()
    if (reason !== 'clean-exit' && !repeated) made.webContents.reload()
  })
}
