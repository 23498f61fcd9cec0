// Snapshot files wherever they are, without taking them into the library: what the terminal works on.
import { basename } from 'node:path'
import type { Completion, SnapshotDescription } from '#core/contract/snapshots.ts'
import type { DatasetStore } from '../datasets/dataset-store.ts'
import type { StartedFromFile } from '../lab-interface.ts'
import type { RunStore } from '../runs/run-store.ts'
import type { CompletionOptions } from './completions.ts'
import type { ResumeChanges } from './resume-changes.ts'
import { formatOfName } from './snapshot-file.ts'
import type { SnapshotStore } from './snapshot-store.ts'
import { openTextOf } from './text-of-snapshot.ts'

export class SnapshotFileOperations {
  readonly #snapshots: SnapshotStore
  readonly #datasets: DatasetStore
  readonly #runs: RunStore

  constructor(snapshots: SnapshotStore, datasets: DatasetStore, runs: RunStore) {
    this.#snapshots = snapshots
    this.#datasets = datasets
    this.#runs = runs
  }

  async describe(path: string): Promise<SnapshotDescription> {
    const { facts, figures, bytes } = await this.#snapshots.thread.ask('describe', { path })
    const fileName = basename(path)
    const own = { id: fileName, runId: null, reason: 'imported', title: fileName, note: '', isBest: false } as const
    const snapshot = { ...own, createdAt: new Date().toISOString(), fileName, bytes, sampleLine: null, ...facts }
    return { snapshot, ...figures }
  }

  async convert(path: string, target: string): Promise<{ leftOut: string[] }> {
    formatOfName(target)
    return this.#snapshots.thread.ask('convert', { path, target })
  }

  complete(path: string, options: CompletionOptions): Promise<Completion> {
    return this.#snapshots.thread.ask('complete', { path, options })
  }

  /** @throws LabError when a change contradicts the snapshot, or the text has characters that it has not */
  async train(path: string, datasetId: string, changes: ResumeChanges): Promise<StartedFromFile> {
    const state = await this.#snapshots.thread.ask('resume', { path, changes })
    const text = await openTextOf(state, this.#datasets, datasetId)
    const isSameText = state.datasetSha256 === null ? null : state.datasetSha256 === text.description.sha256
    return { run: await this.#runs.startFrom(state, text), isSameText }
  }

  /** @throws LabError when the run is unknown */
  async finishCopy(runId: string): Promise<number | null> {
    await this.#runs.saved(runId)
    return this.#snapshots.copies.iterationOf(runId)
  }
}
