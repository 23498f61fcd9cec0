// The small file beside each snapshot: what the library shows of it, and what the user said of it. A snapshot without
// one, or newer than it, is read again.
import { rename, rm, stat } from 'node:fs/promises'
import { z } from 'zod'
import { SNAPSHOT_REASONS, type SnapshotSummary } from '#core/contract/snapshots.ts'
import { readJsonFile, writeJsonFile } from '../storage/json-file.ts'
import { patiently } from '../storage/patiently.ts'

const sidecarSchema = z.object({
  reason: z.enum(SNAPSHOT_REASONS),
  title: z.string(),
  note: z.string(),
  createdAt: z.string(),
  fileName: z.string(),
  bytes: z.int(),
  hiddenSize: z.int(),
  vocabulary: z.string(),
  parameterCount: z.int(),
  iteration: z.int().nullable(),
  smoothLoss: z.number().nullable(),
  sequenceLength: z.int().nullable(),
  dataset: z.string().nullable(),
  dataSize: z.int().nullable(),
  sampleLine: z.string().nullable(),
  hasAdagradMemory: z.boolean(),
})

/** All of a summary that does not follow from where the file is and what lies beside it. */
export type Sidecar = Omit<SnapshotSummary, 'id' | 'runId' | 'isBest'>

const REMOVED = '.removed'

export function sidecarPath(snapshotPath: string): string {
  return `${snapshotPath}.json`
}

/** Null when there is none, when it is damaged, or when the snapshot was written after it. */
export async function readSidecar(snapshotPath: string): Promise<Sidecar | null> {
  const path = sidecarPath(snapshotPath)
  const [own, snapshot] = await Promise.all([stat(path).catch(() => null), stat(snapshotPath).catch(() => null)])
  if (!own || !snapshot || own.mtimeMs < snapshot.mtimeMs) return null
  return readJsonFile(path, sidecarSchema)
}

export function writeSidecar(snapshotPath: string, sidecar: Sidecar): Promise<void> {
  return writeJsonFile(sidecarPath(snapshotPath), sidecarSchema.parse(sidecar))
}

/** Marks a snapshot as taken away, which `markPresent` takes back. */
export function markRemoved(snapshotPath: string): Promise<void> {
  return patiently(() => rename(sidecarPath(snapshotPath), sidecarPath(snapshotPath) + REMOVED))
}

export function markPresent(snapshotPath: string): Promise<void> {
  return patiently(() => rename(sidecarPath(snapshotPath) + REMOVED, sidecarPath(snapshotPath)))
}

/** True when it was taken away and not restored. */
export async function isRemoved(snapshotPath: string): Promise<boolean> {
  return stat(sidecarPath(snapshotPath) + REMOVED).then(
    () => true,
    () => false,
  )
}

/** Deletes a snapshot with all that lies beside it. */
export async function deleteSnapshot(snapshotPath: string): Promise<void> {
  const paths = [snapshotPath, ...['', REMOVED].map((ending) => sidecarPath(snapshotPath) + ending)]
  for (const path of paths) await patiently(() => rm(path, { force: true }))
}
