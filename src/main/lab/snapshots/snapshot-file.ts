// Snapshots in files: read with the file's name added to what may be wrong with it, and written by the ending.
import { open } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { SNAPSHOT_FORMATS, type SnapshotFormat } from '#core/contract/snapshots.ts'
import { FormatError } from '#core/formats/format-errors.ts'
import { requireFileSize } from '#core/formats/limits.ts'
import { readSnapshot } from '#core/formats/snapshot-reader.ts'
import { snapshotToNpz, snapshotToPickle } from '#core/formats/snapshot-writer.ts'
import type { Snapshot } from '#core/formats/snapshot.ts'
import { LabError, systemCodeOf } from '../lab-error.ts'
import { readRegularFile } from '../storage/regular-file.ts'
import { writeFileAtomically } from '../storage/atomic-file.ts'

/** Adds the file's name to an error about its content. */
export function namingFile(error: unknown, file: string): unknown {
  return error instanceof FormatError ? new LabError(error.code, { file, ...error.parameters }) : error
}

/** @throws LabError when the file is not a snapshot, saying why */
export async function readSnapshotFile(
  path: string,
  fileName = basename(path),
): Promise<{ snapshot: Snapshot; bytes: number }> {
  try {
    const bytes = await readRegularFile(path, fileName, requireFileSize)
    return { snapshot: readSnapshot(bytes), bytes: bytes.length }
  } catch (error) {
    throw namingFile(error, fileName)
  }
}

/** The first bytes of a file, to tell its kind by; none when it cannot be read. */
export async function beginningOf(path: string, length = 256): Promise<Uint8Array> {
  try {
    const file = await open(path, 'r')
    try {
      const { bytesRead, buffer } = await file.read(new Uint8Array(length), 0, length, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch {
    return new Uint8Array(0)
  }
}

export function encodeSnapshot(snapshot: Snapshot, format: SnapshotFormat): { bytes: Uint8Array; leftOut: string[] } {
  return format === 'npz' ? { bytes: snapshotToNpz(snapshot), leftOut: [] } : snapshotToPickle(snapshot)
}

/** @throws LabError when the name ends neither in .npz nor in .pkl */
export function formatOfName(path: string): SnapshotFormat {
  const format = SNAPSHOT_FORMATS.find((ending) => extname(path).toLowerCase() === `.${ending}`)
  if (!format) throw new LabError('snapshot-format-unknown', { file: basename(path) })
  return format
}

/** Writes a snapshot in the format that the path's ending says. @throws LabError when it cannot be written */
export async function writeSnapshotFile(
  path: string,
  snapshot: Snapshot,
): Promise<{ bytes: number; leftOut: string[] }> {
  const { bytes, leftOut } = encodeSnapshot(snapshot, formatOfName(path))
  try {
    await writeFileAtomically(path, bytes)
  } catch (error) {
    throw new LabError('file-unwritable', { file: basename(path), detail: systemCodeOf(error) })
  }
  return { bytes: bytes.length, leftOut }
}
