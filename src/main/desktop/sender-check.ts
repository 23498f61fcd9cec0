// Who may speak to the lab through the desktop's channels: the main frame of our own window, on our own page.
import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { mainWindow } from './main-window.ts'
import { isPageAddress } from './page-address.ts'

/** True when the message comes from the lab's own page itself, not from another page or a frame inside it. */
export function isFromPage(event: IpcMainEvent | IpcMainInvokeEvent): boolean {
  const contents = mainWindow()?.webContents
  const frame = event.senderFrame
  return contents === event.sender && frame !== null && frame === contents.mainFrame && isPageAddress(frame.url)
}
