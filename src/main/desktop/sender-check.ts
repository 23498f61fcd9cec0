// Who may speak to the lab through the desktop's channels: the main frame of a window of the lab, on the lab's page.
import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { labWindowOf } from './lab-windows.ts'
import { isPageAddress } from './page-address.ts'

/** True when the message comes from the lab's own page itself, not from another page or a frame inside it. */
export function isFromPage({ sender, senderFrame: frame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return labWindowOf(sender) !== null && frame !== null && frame === sender.mainFrame && isPageAddress(frame.url)
}
