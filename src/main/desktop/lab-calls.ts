// What the page asks of the lab. Refuses strangers and messages that are not of the agreed form; what the operations
// mean, and whether their input is right, is the lab's to say.
import { ipcMain, shell, type IpcMainInvokeEvent } from 'electron'
import { z } from 'zod'
import type { ErrorValue } from '#core/contract/errors.ts'
import { SNAPSHOT_FORMATS } from '#core/contract/snapshots.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { CHANNELS } from '../preload/channels.ts'
import { isFromPage } from './sender-check.ts'
import { chooseFile } from './file-dialogs.ts'
import { exportSnapshot } from './snapshot-export.ts'

const exportSchema = z.tuple([z.string(), z.enum(SNAPSHOT_FORMATS)])

type Answer = (...parameters: unknown[]) => unknown

function handleFromPage(channel: string, answer: Answer): void {
  ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...parameters: unknown[]) => {
    if (!isFromPage(event)) throw new Error('This page may not speak to the lab')
    return answer(...parameters)
  })
}

function malformed(operation: string, detail: string): { ok: false; error: ErrorValue } {
  return { ok: false, error: { code: 'input-malformed', parameters: { operation, detail } } }
}

export function setUpLabCalls(lab: Lab): void {
  handleFromPage(CHANNELS.call, (name, input) =>
    typeof name === 'string' ? lab.call(name, input) : malformed('?', 'the name of an operation is a text'),
  )

  handleFromPage(CHANNELS.chooseText, async () => {
    const path = await chooseFile()
    return path === null ? null : lab.openTextFile(path)
  })

  handleFromPage(CHANNELS.chooseSnapshot, async () => {
    const path = await chooseFile()
    return path === null ? null : lab.openFile(path)
  })

  handleFromPage(CHANNELS.openDropped, (path) => {
    if (typeof path !== 'string' || path === '') return malformed('open', 'the path of a file is a text')
    return lab.openFile(path)
  })

  handleFromPage(CHANNELS.exportSnapshot, (...parameters) => {
    const asked = exportSchema.safeParse(parameters)
    return asked.success ? exportSnapshot(lab, ...asked.data) : malformed('export', 'a snapshot and a format')
  })

  handleFromPage(CHANNELS.revealSnapshot, async (snapshotId) => {
    if (typeof snapshotId !== 'string') return malformed('reveal', 'the name of a snapshot is a text')
    const located = await lab.locateSnapshot(snapshotId)
    if (located.ok) shell.showItemInFolder(located.value)
    return located.ok ? { ok: true, value: null } : located
  })
}
