// A real window for every temperature that is compared, while the user wants them so: opened and closed as the lab's
// comparison says, tiled over the screen at first and back where they were after a restart. What a window shows is its
// page's affair; closing one closes its pane.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { app, screen, type BrowserWindow } from 'electron'
import type { Comparison } from '#core/contract/temperatures.ts'
import { tile } from '#core/geometry/tiling.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { openLabWindow } from './lab-windows.ts'
import { readState } from './state-file.ts'
import { rememberWindow } from './window-memory.ts'
import { placeWindow, windowStateSchema } from './window-state.ts'

/** In the system's device-independent pixels: a pane can still be read. */
const MINIMUM_SIZE = { width: 300, height: 300 } as const

class PaneWindows {
  readonly #lab: Lab
  readonly #open = new Map<string, BrowserWindow>()
  #isQuitting = false

  constructor(lab: Lab) {
    this.#lab = lab
    app.on('before-quit', () => (this.#isQuitting = true))
  }

  /** Opens and closes windows until there is one for each pane that is to have one. */
  follow(comparison: Comparison | null): void {
    const panes = comparison?.settings.layout === 'windows' ? comparison.panes.map(({ id }) => id) : []
    const kept = new Set(comparison?.panes.map(({ id }) => id))
    for (const [id, window] of this.#open) {
      if (panes.includes(id)) continue
      this.#open.delete(id)
      window.destroy()
      if (!kept.has(id)) rmSync(fileOf(id), { force: true })
    }
    const missing = panes.filter((id) => !this.#open.has(id))
    // Only windows that open together share the screen: one that is added must not move those that are there.
    const tiles = missing.length === panes.length ? tile(currentWorkArea(), panes.length) : []
    missing.forEach((id, i) => this.#add(id, tiles[i] ?? { width: 480, height: 420 }))
  }

  #add(paneId: string, place: { x?: number; y?: number; width: number; height: number }): void {
    const file = fileOf(paneId)
    const remembered = readState(file, windowStateSchema)
    const workAreas = screen.getAllDisplays().map((display) => display.workArea)
    const window = openLabWindow({
      place: remembered ? placeWindow(remembered.bounds, workAreas, MINIMUM_SIZE) : place,
      maximised: remembered?.maximised ?? false,
      minimumSize: MINIMUM_SIZE,
      query: `?pane=${encodeURIComponent(paneId)}`,
    })
    this.#open.set(paneId, window)
    rememberWindow(window, file)
    window.on('close', () => {
      if (!this.#isQuitting) this.#closedByUser(paneId)
    })
  }

  #closedByUser(paneId: string): void {
    this.#open.delete(paneId)
    rmSync(fileOf(paneId), { force: true })
    void this.#lab.call('temperatures.removePane', { paneId })
  }
}

function fileOf(paneId: string): string {
  return join(app.getPath('userData'), 'pane-windows', `${paneId}.json`)
}

/** Of the screen on which the user is. */
function currentWorkArea(): Electron.Rectangle {
  return screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea
}

/** Once the main window is open. */
export async function setUpPaneWindows(lab: Lab): Promise<void> {
  const windows = new PaneWindows(lab)
  lab.on('temperatures.changed', (comparison) => windows.follow(comparison))
  const read = await lab.call('temperatures.read', {})
  if (read.ok) windows.follow(read.value)
}
