// Remembers where a window is for as long as it is open; window-state.ts keeps it in a file.
import type { BrowserWindow } from 'electron'
import { writeWindowState, type WindowState } from './window-state.ts'

const SAVE_DELAY_MS = 500

/** Writes the window's state to `file` soon after it moved, and when it closes. */
export function rememberWindow(window: BrowserWindow, file: string): void {
  let timer: NodeJS.Timeout | undefined
  const save = (): void => {
    const state: WindowState = { bounds: window.getNormalBounds(), maximised: window.isMaximized() }
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
  window.on('resize', saveSoon)
  window.on('move', saveSoon)
  window.on('close', () => {
    clearTimeout(timer)
    save()
  })
  // A window can go without closing, when it is destroyed.
  window.on('closed', () => clearTimeout(timer))
}
