// What the lab tells its pages, each through an outbox of its own. Every load of a page begins with an empty one:
// nothing that was on its way to an earlier load is waited for.
import { ipcMain, type WebContents } from 'electron'
import { forwardEvents } from '#lab/forward-events.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { Outbox } from '#lab/outbox.ts'
import { CHANNELS, type EventMessage } from '../preload/channels.ts'
import { isFromPage } from './sender-check.ts'

interface Listener {
  outbox: Outbox
  end: () => void
}

export function setUpLabEvents(lab: Lab): void {
  const listeners = new Map<WebContents, Listener>()

  function endListening(page: WebContents): void {
    listeners.get(page)?.end()
    listeners.delete(page)
  }

  ipcMain.on(CHANNELS.listen, (event) => {
    if (!isFromPage(event)) return
    const page = event.sender
    if (!listeners.has(page)) page.once('destroyed', () => endListening(page))
    listeners.get(page)?.end()
    const outbox = new Outbox((message: EventMessage) => {
      if (!page.isDestroyed()) page.send(CHANNELS.event, message)
    })
    listeners.set(page, { outbox, end: forwardEvents(lab, outbox) })
  })

  ipcMain.on(CHANNELS.acknowledge, (event, sequence: unknown) => {
    if (isFromPage(event) && typeof sequence === 'number') listeners.get(event.sender)?.outbox.acknowledge(sequence)
  })
}
