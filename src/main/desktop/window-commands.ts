// What the user asks of a window from outside its page, on its way there. A page that is not there yet gets it once it
// listens.
import { ipcMain, type BrowserWindow, type WebContents } from 'electron'
import type { WindowCommand } from '#core/contract/desktop.ts'
import { CHANNELS } from '../preload/channels.ts'
import { isFromPage } from './sender-check.ts'

const listening = new WeakSet<WebContents>()
const waiting = new WeakMap<WebContents, WindowCommand[]>()

export function sendCommand({ webContents: page }: BrowserWindow, command: WindowCommand): void {
  if (listening.has(page)) page.send(CHANNELS.command, command)
  else waiting.set(page, [...(waiting.get(page) ?? []), command])
}

export function setUpWindowCommands(): void {
  ipcMain.on(CHANNELS.listen, (event) => {
    if (!isFromPage(event)) return
    const page = event.sender
    listening.add(page)
    for (const command of waiting.get(page) ?? []) page.send(CHANNELS.command, command)
    waiting.delete(page)
  })
}
