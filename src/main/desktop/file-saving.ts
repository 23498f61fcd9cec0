// Saves what the user keeps outside the lab, a snapshot or a document that the page made, where the user chooses.
import { basename } from 'node:path'
import type { BrowserWindow } from 'electron'
import type { Result, SavedDocument } from '#core/contract/operations.ts'
import type { SnapshotFormat } from '#core/contract/snapshots.ts'
import { systemCodeOf } from '#lab/lab-error.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { writeFileAtomically } from '#lab/storage/atomic-file.ts'
import { choosePlace } from './file-dialogs.ts'

// What some system or other does not admit in a file's name, a path's separators above all.
const NOT_IN_NAMES = /[<>:"/\\|?*\p{Cc}]+/gu

async function saveWhereChosen(
  window: BrowserWindow,
  fileName: string,
  content: string | Uint8Array,
): Promise<Result<boolean>> {
  const path = await choosePlace(window, fileName.replace(NOT_IN_NAMES, '-'))
  if (path === null) return { ok: true, value: false }
  try {
    await writeFileAtomically(path, content)
    return { ok: true, value: true }
  } catch (error) {
    const parameters = { file: basename(path), detail: systemCodeOf(error) }
    return { ok: false, error: { code: 'file-unwritable', parameters } }
  }
}

/** @returns false when the user chose no place */
export async function exportSnapshot(
  lab: Lab,
  window: BrowserWindow,
  snapshotId: string,
  format: SnapshotFormat,
): Promise<Result<boolean>> {
  const encoded = await lab.encodeSnapshot(snapshotId, format)
  return encoded.ok ? saveWhereChosen(window, encoded.value.fileName, encoded.value.bytes) : encoded
}

/** @returns false when the user chose no place */
export function saveDocument(window: BrowserWindow, { fileName, content }: SavedDocument): Promise<Result<boolean>> {
  return saveWhereChosen(window, fileName, content)
}
