// Snapshot files wherever they are, without taking them into the library: what the terminal works on.
import { basename } from 'node:path'
import type { RunSummary } from '#core/contract/runs.ts'
import type { TrainingSettings } from '#core/contract/settings.ts'
import type { Completion, SnapshotDescription } from '#core/contract/snapshots.ts'
import type { DatasetStore } from '../datasets/dataset-store.ts'
import { LabError } from '../lab-error.ts'
import type { RunStore } from '../runs/run-store.ts'
import type { CompletionOptions } from './completions.ts'
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

  /** @throws LabError when a setting contradicts the snapshot's shape, or the text has characters that it has not */
  async train(path: string, datasetId: string, changes: Partial<TrainingSettings>): Promise<RunSummary> {
    const state = await this.#snapshots.thread.ask('resume', { path })
    const { hiddenSize } = state.sizes
    if (changes.hiddenSize !== undefined && changes.hiddenSize !== hiddenSize) {
      throw new LabError('settings-contradict', { setting: 'hiddenSize', given: changes.hiddenSize, found: hiddenSize })
    }
    const text = await openTextOf(state, this.#datasets, datasetId)
    return this.#runs.startFrom(state, text, { ...state.settings, ...changes })
  }

  async save(runId: string, target: string): Promise<null> {
    formatOfName(target)
    const { id } = await this.#runs.saveSnapshot(runId)
    const { path } = await this.#snapshots.find(id)
    await this.#snapshots.thread.ask('convert', { path, target })
    return null
  }
}
