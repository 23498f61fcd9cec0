// Saves a snapshot of the library where the user chooses.
import type { Result } from '#core/contract/operations.ts'
import type { SnapshotFormat } from '#core/contract/snapshots.ts'
import { systemCodeOf } from '#lab/lab-error.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { writeFileAtomically } from '#lab/storage/atomic-file.ts'
import type { BrowserWindow } from 'electron'
import { basename } from 'node:path'
import { choosePlace } from './file-dialogs.ts'

/** @returns false when the user chose no place */
export async function exportSnapshot(
  lab: Lab,
  window: BrowserWindow,
  snapshotId: string,
  format: SnapshotFormat,
): Promise<Result<boolean>> {
  const encoded = await lab.encodeSnapshot(snapshotId, format)
  if (!encoded.ok) return encoded
  const path = await choosePlace(window, encoded.value.fileName)
  if (path === null) return { ok: true, value: false }
  try {
    await writeFileAtomically(path, encoded.value.bytes)
    return { ok: true, value: true }
  } catch (error) {
    const parameters = { file: basename(path), detail: systemCodeOf(error) }
    return { ok: false, error: { code: 'file-unwritable', parameters } }
  }
}
