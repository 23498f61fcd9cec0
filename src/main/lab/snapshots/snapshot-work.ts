// What the snapshot thread does: everything that reads, writes or computes on whole networks.
import { stat } from 'node:fs/promises'
import type { Completion, RegionRequest, SnapshotComparison, SnapshotRegion } from '#core/contract/snapshots.ts'
import type { SnapshotFormat } from '#core/contract/snapshots.ts'
import type { Snapshot } from '#core/formats/snapshot.ts'
import { LabError } from '../lab-error.ts'
import { comparisonOf } from './comparisons.ts'
import { completionOf, type CompletionOptions } from './completions.ts'
import { GrowingTexts } from './growing-texts.ts'
import { regionOf } from './regions.ts'
import type { ResumeChanges } from './resume-changes.ts'
import { resumableState, snapshotOfRun, type ResumableState, type SavedRun } from './run-snapshot.ts'
import { factsOf, figuresOf, type SnapshotFacts, type SnapshotFigures } from './snapshot-facts.ts'
import { encodeSnapshot, readSnapshotFile, writeSnapshotFile } from './snapshot-file.ts'

/** Snapshots that stay open, for the many regions that a heat-map asks of one. */
const KEPT_OPEN = 2
interface Opened {
  /** Changes with the file. */
  version: string
  snapshot: Snapshot
  bytes: number
}
const opened = new Map<string, Opened>()
const texts = new GrowingTexts()

async function read(path: string): Promise<Opened> {
  const status = await stat(path).catch(() => null)
  const version = `${path} ${status?.mtimeMs} ${status?.size}`
  const known = opened.get(path)
  opened.delete(path)
  const current = known?.version === version ? known : { version, ...(await readSnapshotFile(path)) }
  opened.set(path, current)
  for (const oldest of [...opened.keys()].slice(0, -KEPT_OPEN)) opened.delete(oldest)
  return current
}

/** A run that is about to diverge must not leave a file that nobody can open. @throws LabError */
function requireFinite({ parameters, adagradMemory, resume }: Snapshot): void {
  const arrays = [...Object.values(parameters), ...Object.values(adagradMemory ?? {}), ...(resume?.hprev ?? [])]
  if (!arrays.every((values) => values.every(Number.isFinite))) throw new LabError('network-not-finite')
}

export interface SaveRequest {
  path: string
  /** (runStateLength): the run's state. */
  values: Float64Array
  codePoints: number[]
  run: SavedRun
}

export const snapshotWork = {
  async save({ path, values, codePoints, run }: SaveRequest): Promise<{ facts: SnapshotFacts; bytes: number }> {
    const snapshot = snapshotOfRun(values, codePoints, run)
    requireFinite(snapshot)
    const { bytes } = await writeSnapshotFile(path, snapshot)
    return { facts: factsOf(snapshot), bytes }
  },

  async inspect({ path }: { path: string }): Promise<{ facts: SnapshotFacts; bytes: number }> {
    const { snapshot, bytes } = await read(path)
    return { facts: factsOf(snapshot), bytes }
  },

  async describe({
    path,
  }: {
    path: string
  }): Promise<{ facts: SnapshotFacts; figures: SnapshotFigures; bytes: number }> {
    const { snapshot, bytes } = await read(path)
    return { facts: factsOf(snapshot), figures: figuresOf(snapshot), bytes }
  },

  async region({
    path,
    request,
  }: {
    path: string
    request: Omit<RegionRequest, 'snapshotId'>
  }): Promise<SnapshotRegion> {
    return regionOf((await read(path)).snapshot, request)
  },

  async complete({ path, options }: { path: string; options: CompletionOptions }): Promise<Completion> {
    return completionOf((await read(path)).snapshot, options)
  },

  async write({
    path,
    options,
    from,
  }: {
    path: string
    options: CompletionOptions
    from: number
  }): Promise<Completion> {
    const { version, snapshot } = await read(path)
    return texts.piece(version, snapshot, options, from)
  },

  async compare(input: { before: string; after: string }): Promise<SnapshotComparison> {
    const [before, after] = [await read(input.before), await read(input.after)]
    return comparisonOf(before.snapshot, after.snapshot)
  },

  async encode({ path, format }: { path: string; format: SnapshotFormat }): Promise<ReturnType<typeof encodeSnapshot>> {
    return encodeSnapshot((await read(path)).snapshot, format)
  },

  async convert({ path, target }: { path: string; target: string }): Promise<{ leftOut: string[] }> {
    const { leftOut } = await writeSnapshotFile(target, (await read(path)).snapshot)
    return { leftOut }
  },

  async resume({ path, changes }: { path: string; changes?: ResumeChanges }): Promise<ResumableState> {
    return resumableState((await read(path)).snapshot, changes)
  },
}

export type SnapshotWork = typeof snapshotWork
