// The channels between the window's bridge and the main process. The lab's own operations all share one of them.
import type { LabEventName, LabEvents } from '#core/contract/operations.ts'

export const CHANNELS = {
  /** Window to main, answered: one operation of the lab, by name and input. */
  call: 'lab:call',
  /** Window to main, answered: shows the dialog that opens a text. */
  chooseText: 'lab:choose-text',
  /** Window to main, answered: shows the dialog that opens a snapshot. */
  chooseSnapshot: 'lab:choose-snapshot',
  /** Window to main, answered: asks where to, and saves a snapshot of the library there. */
  exportSnapshot: 'lab:export-snapshot',
  /** Window to main, answered: asks where to, and saves a table or a figure there. */
  saveDocument: 'lab:save-document',
  /** Window to main, answered: shows a snapshot's file in the file manager. */
  revealSnapshot: 'lab:reveal-snapshot',
  /** Window to main, answered: opens the file that was dropped; its path comes from the bridge, never from the page. */
  openDropped: 'lab:open-dropped',
  /** Window to main: a page has been loaded and takes events from now on. */
  listen: 'lab:listen',
  /** Window to main: the event of that number has been read. */
  acknowledge: 'lab:acknowledge',
  /** Main to window: one event of the lab. */
  event: 'lab:event',
  /** Main to window: the user asks something of it from outside its page. */
  command: 'window:command',
  /** Window to main, answered: shows the data folder in the file manager. */
  revealDataFolder: 'window:reveal-data-folder',
  /** Window to main, answered: asks where to, and moves the data folder. */
  moveDataFolder: 'window:move-data-folder',
} as const

/** What travels on `event`. */
export interface EventMessage {
  event: LabEventName
  payload: LabEvents[LabEventName]
  /** The number by which the bridge acknowledges it. */
  sequence: number
}
