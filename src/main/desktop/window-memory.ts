// Remembers where a window is for as long as it is open; state-file.ts keeps it.
import type { BrowserWindow } from 'electron'
import { rememberState } from './state-file.ts'
import type { WindowState } from './window-state.ts'

const SAVE_DELAY_MS = 500

/** Writes the window's state to `file` soon after it moved, and when it closes. */
export function rememberWindow(window: BrowserWindow, file: string): void {
  let timer: NodeJS.Timeout | undefined
  const save = (): void => {
    const state: WindowState = { bounds: window.getNormalBounds(), maximised: window.isMaximized() }
    rememberState(file, state)
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
