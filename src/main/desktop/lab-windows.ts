// The windows of the lab: the one way to make them, hardened alike, and the one place that knows which they are. What
// each shows, where it stands and when it opens is left to those who make them.
import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, type WebContents } from 'electron'
import { pageAddress } from './page-address.ts'
import { MINIMUM_SIZE } from './window-state.ts'

// The page's own background in either theme, shown until the page has drawn itself.
const BACKGROUND = { light: '#f6f7f9', dark: '#11161c' } as const
const CRASH_INTERVAL_MS = 10_000

const windows = new Set<BrowserWindow>()

export interface LabWindowOptions {
  /** In the system's device-independent pixels; without `x` and `y` the system places the window. */
  place: { x?: number; y?: number; width: number; height: number }
  maximised?: boolean
  minimumSize?: { width: number; height: number }
  /** The page's query, by which it knows what to show: `?view=…`. */
  query?: string
}

/** Every window of the lab that is open. */
export function labWindows(): readonly BrowserWindow[] {
  return [...windows]
}

/** The lab's window with this page; null for pages that are none of the lab's. */
export function labWindowOf(contents: WebContents): BrowserWindow | null {
  return labWindows().find((window) => window.webContents === contents) ?? null
}

/** Opens a window on the lab's page. It is shown once the page has drawn itself, so never as a white flash. */
export function openLabWindow(options: LabWindowOptions): BrowserWindow {
  const { place, maximised = false, minimumSize = MINIMUM_SIZE, query = '' } = options
  const made = new BrowserWindow({
    ...place,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
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
  windows.add(made)
  made.once('ready-to-show', () => {
    if (maximised) made.maximize()
    made.show()
  })
  made.on('closed', () => windows.delete(made))
  reloadAfterCrash(made)
  void made.loadURL(pageAddress() + query)
  return made
}

/** Keeps the windows' own background that of the theme. Once the app is ready. */
export function setUpLabWindows(): void {
  nativeTheme.on('updated', () => {
    for (const window of windows) window.setBackgroundColor(background())
  })
}

function background(): string {
  return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light
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
