// Where the network that writes comes from: a snapshot's file, or a run's state as it is now. A run whose network is not
// in memory any more is stood in for by its newest snapshot.
import type { SnapshotSummary } from '#core/contract/snapshots.ts'
import type { Comparison, NetworkSource } from '#core/contract/temperatures.ts'
import { runStateViews, TOTALS } from '#core/training/run-state.ts'
import { LabError } from '../lab-error.ts'
import { LiveRun } from '../runs/live-run.ts'
import type { RunStore } from '../runs/run-store.ts'
import type { SnapshotStore } from '../snapshots/snapshot-store.ts'
import type { GivenNetwork } from './network.ts'
import type { LearnedText } from '../datasets/text-encoding.ts'

export interface FoundNetwork extends LearnedText {
  /** Names this network in this state. */
  key: string
  network: Comparison['network']
  codePoints: number[]
  /** To be sent to a thread: a copy each time. */
  given: () => GivenNetwork
}

export class NetworkFinder {
  readonly #runs: RunStore
  readonly #snapshots: SnapshotStore

  constructor(runs: RunStore, snapshots: SnapshotStore) {
    this.#runs = runs
    this.#snapshots = snapshots
  }

  /** @throws LabError when it is not in the lab any more */
  find(source: NetworkSource): Promise<FoundNetwork> {
    return source.kind === 'snapshot' ? this.#snapshot(source.snapshotId) : this.#run(source.runId)
  }

  async #run(runId: string): Promise<FoundNetwork> {
    const run = this.#runs.find(runId)
    if (!(run instanceof LiveRun)) return this.#newestSnapshot(runId)
    const { values, sizes, codePoints } = await run.networkNow()
    const iteration = runStateViews(values, sizes).totals[TOTALS.iteration]!
    const { name, text } = run.summary
    const { hiddenSize, vocabularySize } = sizes
    return {
      key: `${runId}@${iteration}`,
      network: { title: name, iteration, hiddenSize, vocabularySize, isLive: true },
      codePoints,
      given: () => ({ values: values.slice(), sizes, codePoints, iteration }),
      datasetId: text.datasetId,
      encoding: text.encoding,
    }
  }

  async #newestSnapshot(runId: string): Promise<FoundNetwork> {
    const ofRun = (await this.#snapshots.list()).filter((snapshot) => snapshot.runId === runId)
    const newest = ofRun.sort((a, b) => (b.iteration ?? 0) - (a.iteration ?? 0))[0]
    if (!newest) throw new LabError('run-without-network')
    return this.#snapshot(newest.id)
  }

  async #snapshot(snapshotId: string): Promise<FoundNetwork> {
    const { summary, path } = await this.#snapshots.find(snapshotId)
    const { title, iteration, hiddenSize, vocabulary, createdAt } = summary
    const codePoints = Array.from(vocabulary, (character) => character.codePointAt(0)!)
    return {
      key: `${snapshotId}@${createdAt}`,
      network: { title, iteration, hiddenSize, vocabularySize: codePoints.length, isLive: false },
      codePoints,
      given: () => ({ path }),
      ...(await this.#textOf(summary)),
    }
  }

  async #textOf({ id, runId }: SnapshotSummary): Promise<LearnedText> {
    const run = this.#runs.list().find((candidate) => candidate.id === runId)
    if (run) return { datasetId: run.text.datasetId, encoding: run.text.encoding }
    const { datasetId, encoding } = await this.#snapshots.resumable(id)
    return { datasetId, encoding }
  }
}
