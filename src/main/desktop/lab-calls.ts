// What the page asks of the lab. Refuses strangers and messages that are not of the agreed form; what the operations
// mean, and whether their input is right, is the lab's to say.
import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { ErrorValue } from '#core/contract/errors.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { CHANNELS } from '../preload/channels.ts'
import { isFromPage } from './sender-check.ts'
import { chooseTextFile } from './text-dialog.ts'

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
    const path = await chooseTextFile()
    return path === null ? null : lab.openTextFile(path)
  })

  handleFromPage(CHANNELS.openDropped, (path) => {
    if (typeof path !== 'string' || path === '') return malformed('open', 'the path of a file is a text')
    return lab.openTextFile(path)
  })
}
