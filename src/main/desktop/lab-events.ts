// What the lab tells the page. Every load of the page begins with an empty outbox of its own: nothing that was on its
// way to an earlier load is waited for.
import { ipcMain } from 'electron'
import { forwardEvents } from '#lab/forward-events.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { Outbox } from '#lab/outbox.ts'
import { CHANNELS, type EventMessage } from '../preload/channels.ts'
import { isFromPage } from './sender-check.ts'

export function setUpLabEvents(lab: Lab): void {
  let outbox: Outbox | null = null
  let endForwarding = (): void => {}

  ipcMain.on(CHANNELS.listen, (event) => {
    if (!isFromPage(event)) return
    endForwarding()
    const page = event.sender
    outbox = new Outbox((message: EventMessage) => {
      if (!page.isDestroyed()) page.send(CHANNELS.event, message)
    })
    endForwarding = forwardEvents(lab, outbox)
  })

  ipcMain.on(CHANNELS.acknowledge, (event, sequence: unknown) => {
    if (isFromPage(event) && typeof sequence === 'number') outbox?.acknowledge(sequence)
  })
}
