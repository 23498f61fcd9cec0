// What a page asks of the lab, one channel an entry. What the operations mean, and whether their input is right, is the
// lab's to say.
import { shell } from 'electron'
import { z } from 'zod'
import { savedDocumentSchema, type Result } from '#core/contract/operations.ts'
import { SNAPSHOT_FORMATS } from '#core/contract/snapshots.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { CHANNELS } from '../preload/channels.ts'
import { chooseFile } from './file-dialogs.ts'
import { exportSnapshot, saveDocument } from './file-saving.ts'
import { answerPage } from './page-calls.ts'
import { rememberFile } from './recent-files.ts'

const nothing = z.tuple([])
const call = z.tuple([z.string().max(100), z.unknown()])
const path = z.tuple([z.string().min(1).max(32_768)])
const snapshot = z.tuple([z.string().max(400)])
const snapshotAndFormat = z.tuple([z.string().max(400), z.enum(SNAPSHOT_FORMATS)])
const savedDocument = z.tuple([savedDocumentSchema])

/** A file that could be opened is one to open again. */
async function remembered<Value>(openedPath: string, opening: Promise<Result<Value>>): Promise<Result<Value>> {
  const opened = await opening
  if (opened.ok) rememberFile(openedPath)
  return opened
}

export function setUpLabCalls(lab: Lab): void {
  answerPage(CHANNELS.call, call, (_, name, input) => lab.call(name, input))

  answerPage(CHANNELS.chooseText, nothing, async (window) => {
    const chosen = await chooseFile(window)
    return chosen === null ? null : remembered(chosen, lab.openTextFile(chosen))
  })

  answerPage(CHANNELS.chooseSnapshot, nothing, async (window) => {
    const chosen = await chooseFile(window)
    return chosen === null ? null : remembered(chosen, lab.openFile(chosen))
  })

  answerPage(CHANNELS.openDropped, path, (_, dropped) => remembered(dropped, lab.openFile(dropped)))

  answerPage(CHANNELS.exportSnapshot, snapshotAndFormat, (window, snapshotId, format) =>
    exportSnapshot(lab, window, snapshotId, format),
  )

  answerPage(CHANNELS.saveDocument, savedDocument, (window, document) => saveDocument(window, document))

  answerPage(CHANNELS.revealSnapshot, snapshot, async (_, snapshotId) => {
    const located = await lab.locateSnapshot(snapshotId)
    if (located.ok) shell.showItemInFolder(located.value)
    return located.ok ? { ok: true, value: null } : located
  })
}
