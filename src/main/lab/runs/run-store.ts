// All runs of the data folder: those whose network is in memory and those of earlier sessions. It starts those that the
// run maker makes, looks after them while they train, and lets the networks of long ended runs go.
import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { OperationInput } from '#core/contract/operations.ts'
import type { Preferences } from '#core/contract/preferences.ts'
import type { RunFrame, RunSummary } from '#core/contract/runs.ts'
import type { TrainingSettings } from '#core/contract/settings.ts'
import type { SnapshotSummary } from '#core/contract/snapshots.ts'
import type { Metrics } from '#core/training/metrics-ring.ts'
import type { DatasetStore, OpenedText } from '../datasets/dataset-store.ts'
import type { ChosenKernel } from '../kernel/choose-kernel.ts'
import { LabError } from '../lab-error.ts'
import { HeldOutLosses } from './held-out-losses.ts'
import { LiveRun } from './live-run.ts'
import { findPastRuns, PastRun } from './past-runs.ts'
import { runFiles, type RunFiles } from './run-folder.ts'
import { RunMaker, type StateSource } from './run-maker.ts'
import { startQueued } from './run-queue.ts'
import { openTextOf } from '../snapshots/text-of-snapshot.ts'
import type { ResumableState } from '../snapshots/run-snapshot.ts'
import type { SnapshotStore } from '../snapshots/snapshot-store.ts'
import { patiently } from '../storage/patiently.ts'

const FRAME_INTERVAL_MS = 50
/** Networks of ended runs that stay in memory, ready to train on; the oldest go first. */
const ENDED_NETWORKS_KEPT = 4

export interface RunStoreOptions {
  dataFolder: string
  workersFolder: string
  preferences: () => Preferences
  datasets: DatasetStore
  snapshots: SnapshotStore
  kernel: ChosenKernel
  onFrames: (frames: RunFrame[]) => void
  onChanged: (runs: RunSummary[]) => void
}

export class RunStore {
  readonly #options: RunStoreOptions
  readonly #folder: string
  readonly #heldOutLosses: HeldOutLosses
  readonly #maker: RunMaker
  readonly #live = new Map<string, LiveRun>()
  #past = new Map<string, PastRun>()
  #timer: NodeJS.Timeout | null = null
  #states = ''

  constructor(options: RunStoreOptions) {
    this.#options = options
    this.#folder = join(options.dataFolder, 'runs')
    this.#heldOutLosses = new HeldOutLosses(options.workersFolder)
    this.#maker = new RunMaker({ ...options, filesOf: (runId) => this.#files(runId) })
  }

  async load(): Promise<void> {
    this.#past = new Map((await findPastRuns(this.#folder)).map((run) => [run.summary.id, run]))
  }

  /** The newest first. */
  list(): RunSummary[] {
    const all = [...this.#live.values(), ...this.#past.values()].map(({ summary }) => summary)
    return all.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  }

  /** Gives a command to a run in memory. @throws LabError when the run is unknown or of an earlier session */
  async command(runId: string, command: (run: LiveRun) => Promise<void>): Promise<RunSummary> {
    const run = this.find(runId)
    if (!(run instanceof LiveRun)) throw new LabError('run-not-active', { state: run.summary.state })
    const obeyed = command(run)
    this.#watch()
    await obeyed
    this.#announceStates()
    return run.summary
  }

  /** A command that has the run train, for which one that has ended takes a thread again. @throws as `command` */
  async trainOn(runId: string, command: (run: LiveRun) => Promise<void>): Promise<RunSummary> {
    const run = this.find(runId)
    if (run instanceof LiveRun && !run.isActive) this.#requireThread()
    return this.command(runId, command)
  }

  /** Any run, to read. @throws LabError when it is unknown */
  find(runId: string): LiveRun | PastRun {
    const run = this.#live.get(runId) ?? this.#past.get(runId)
    if (!run) throw new LabError('run-unknown')
    return run
  }

  /** @throws LabError when the text cannot be trained on, the network is too large or the folder refuses */
  async start({ datasetId, options, settings }: OperationInput<'runs.start'>): Promise<RunSummary> {
    this.#requireThread()
    const run = await this.#maker.fresh(await this.#options.datasets.open(datasetId, options), settings)
    run.start()
    return this.#enter(run)
  }

  /** Starts a run for each temperature, all else alike, as processors are free. @throws LabError as `start` */
  async startSeries(input: OperationInput<'runs.startSeries'>): Promise<RunSummary[]> {
    const { datasetId, options, settings, temperatures } = input
    const text = await this.#options.datasets.open(datasetId, options)
    const series = randomUUID()
    for (const temperature of temperatures) {
      const run = await this.#maker.fresh(text, { ...settings, temperature }, series)
      run.queue()
      this.#enter(run)
    }
    this.#startQueued()
    return this.list().filter((run) => run.series === series)
  }

  /** Trains on from a snapshot of the library. @throws LabError as `start`, and when the text is not the one to go on with */
  async resume({ snapshotId, iterations, datasetId }: OperationInput<'snapshots.resume'>): Promise<RunSummary> {
    const { snapshots, datasets } = this.#options
    const { summary: snapshot } = await snapshots.find(snapshotId)
    const source = snapshot.runId === null ? null : this.find(snapshot.runId)
    if (source instanceof LiveRun && source.isActive) throw new LabError('run-active')
    const state = await snapshots.resumable(snapshotId)
    const text = await openTextOf(state, datasets, datasetId)
    const isNewest = await this.#isNewest(snapshot)
    if (source instanceof LiveRun) await source.close()
    const settings = { ...state.settings, iterations: iterations ?? state.settings.iterations }
    return this.#continueFrom(state, text, settings, source && { run: source.summary, inPlace: isNewest && !datasetId })
  }

  /** Starts a new run from a state and a text that was read with its vocabulary. */
  async startFrom(state: ResumableState, text: OpenedText): Promise<RunSummary> {
    return this.#continueFrom(state, text, state.settings, null)
  }

  async #isNewest({ runId, iteration }: SnapshotSummary): Promise<boolean> {
    const ofRun = (await this.#options.snapshots.list()).filter((other) => other.runId === runId)
    return ofRun.every((other) => (other.iteration ?? 0) <= (iteration ?? 0))
  }

  async #continueFrom(
    state: ResumableState,
    text: OpenedText,
    settings: TrainingSettings,
    source: StateSource | null,
  ): Promise<RunSummary> {
    this.#requireThread()
    const run = await this.#maker.fromState(state, text, settings, source)
    run.startFromState()
    return this.#enter(run)
  }

  #startQueued(): void {
    startQueued([...this.#live.values()], this.#options.preferences().trainingThreads)
  }

  /** @throws LabError when as many runs train as the user lets train at the same time */
  #requireThread(): void {
    const limit = this.#options.preferences().trainingThreads
    const taken = [...this.#live.values()].filter(({ isActive }) => isActive).length
    if (taken >= limit) throw new LabError('threads-taken', { limit })
  }

  /** Deletes all runs that have ended. */
  async removeEnded(): Promise<void> {
    const ended = [...this.#live.values()].filter(({ isActive }) => !isActive).map(({ id }) => id)
    for (const id of [...ended, ...this.#past.keys()]) await this.remove(id)
  }

  #enter(run: LiveRun): RunSummary {
    this.#past.delete(run.id)
    this.#live.set(run.id, run)
    this.#watch()
    return run.summary
  }

  #files(runId: string): RunFiles {
    return runFiles(join(this.#folder, runId))
  }

  /** Saves a run that is in memory as it is now. @throws LabError when it is unknown or of an earlier session */
  async saveSnapshot(runId: string): Promise<SnapshotSummary> {
    const run = this.find(runId)
    if (!(run instanceof LiveRun)) throw new LabError('run-not-active', { state: run.summary.state })
    return run.saveSnapshot()
  }

  /** Resolves when all that a run has given to save is written. @throws LabError when it is unknown */
  async saved(runId: string): Promise<void> {
    const run = this.find(runId)
    if (run instanceof LiveRun) await run.saved()
  }

  /** Calls `listener` with every iteration of a run from now on. @throws LabError when the run is not in memory */
  watchIterations(runId: string, listener: (metrics: Metrics) => void): () => void {
    const run = this.#live.get(runId)
    if (!run) throw new LabError('run-unknown')
    return run.watch(listener)
  }

  /** Deletes an ended run with its folder. @throws LabError when it still trains or is unknown */
  async remove(runId: string): Promise<void> {
    const run = this.find(runId)
    if (run instanceof LiveRun && run.isActive) throw new LabError('run-active')
    if (run instanceof LiveRun) await run.close()
    this.#live.delete(runId)
    this.#past.delete(runId)
    await patiently(() => rm(this.#files(runId).folder, { recursive: true, force: true }))
    this.#options.snapshots.forgetRun(runId)
    this.#options.onChanged(this.list())
  }

  /** Looks after active runs; called whenever one may have become so. */
  #watch(): void {
    this.#announceStates()
    this.#timer ??= setInterval(() => this.#tick(), FRAME_INTERVAL_MS)
  }

  #tick(): void {
    const nowMs = performance.now()
    const runs = [...this.#live.values()]
    this.#startQueued()
    const isTesting = this.#heldOutLosses.poll(nowMs, runs)
    const frames = runs.map((run) => run.poll(nowMs)).filter((frame) => frame !== null)
    if (frames.length > 0) this.#options.onFrames(frames)
    this.#announceStates()
    if (isTesting || runs.some(({ isActive, isQueued }) => isActive || isQueued)) return
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
    this.#releaseEnded()
  }

  #announceStates(): void {
    const states = [...this.#live.values()].map(({ summary }) => `${summary.id}:${summary.state}`).join()
    if (states === this.#states) return
    this.#states = states
    this.#options.onChanged(this.list())
  }

  #releaseEnded(): void {
    const ended = [...this.#live.values()].filter(({ isActive }) => !isActive)
    for (const run of ended.slice(0, -ENDED_NETWORKS_KEPT)) {
      const past = { ...run.summary, canContinue: false }
      this.#past.set(run.id, new PastRun(past, this.#files(run.id), run.close()))
      this.#live.delete(run.id)
    }
  }

  async close(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
    await Promise.all([...this.#live.values()].map((run) => run.close()))
    await this.#heldOutLosses.close()
  }
}
