// All runs of the data folder: those whose network is in memory and those of earlier sessions. It starts them, looks
// after them while they train, and lets the networks of long ended runs go.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { OperationInput } from '#core/contract/operations.ts'
import type { RunFrame, RunSummary } from '#core/contract/runs.ts'
import type { Metrics } from '#core/training/metrics-ring.ts'
import { runMemoryViews } from '#core/training/run-memory.ts'
import type { DatasetStore } from '../datasets/dataset-store.ts'
import { LabError, systemCodeOf } from '../lab-error.ts'
import { allocateRunMemory } from './allocate.ts'
import { LiveRun } from './live-run.ts'
import { newSummary } from './new-summary.ts'
import { findPastRuns, PastRun } from './past-runs.ts'
import { makeRunFolder, runFiles, writeRunFile } from './run-folder.ts'

const FRAME_INTERVAL_MS = 50
/** Networks of ended runs that stay in memory, ready to train on; the oldest go first. */
const ENDED_NETWORKS_KEPT = 4

export interface RunStoreOptions {
  dataFolder: string
  workersFolder: string
  datasets: DatasetStore
  onFrames: (frames: RunFrame[]) => void
  onChanged: (runs: RunSummary[]) => void
}

export class RunStore {
  readonly #options: RunStoreOptions
  readonly #folder: string
  readonly #live = new Map<string, LiveRun>()
  #past = new Map<string, PastRun>()
  #timer: NodeJS.Timeout | null = null
  #states = ''

  constructor(options: RunStoreOptions) {
    this.#options = options
    this.#folder = join(options.dataFolder, 'runs')
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

  /** Any run, to read. @throws LabError when it is unknown */
  find(runId: string): LiveRun | PastRun {
    const run = this.#live.get(runId) ?? this.#past.get(runId)
    if (!run) throw new LabError('run-unknown')
    return run
  }

  /** @throws LabError when the text cannot be trained on, the network is too large or the folder refuses */
  async start({ datasetId, options, settings }: OperationInput<'runs.start'>): Promise<RunSummary> {
    const text = await this.#options.datasets.open(datasetId, options)
    const summary = newSummary(text, settings)
    const { hiddenSize, sequenceLength, sampleLength } = settings
    const sizes = { hiddenSize, sequenceLength, sampleLength, vocabularySize: text.characters.length }
    const memory = runMemoryViews(allocateRunMemory(sizes), sizes)
    const files = runFiles(join(this.#folder, summary.id))
    try {
      await makeRunFolder(files)
      await writeRunFile(files, summary)
    } catch (error) {
      throw new LabError('folder-unwritable', { folder: files.folder, detail: systemCodeOf(error) })
    }
    const { indices, characters } = text
    const { workersFolder } = this.#options
    const run = new LiveRun({ summary, files, memory, text: indices, characters, workersFolder })
    this.#live.set(run.id, run)
    run.start()
    this.#watch()
    return run.summary
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
    await rm(runFiles(join(this.#folder, runId)).folder, { recursive: true, force: true })
    this.#options.onChanged(this.list())
  }

  /** Looks after active runs; called whenever one may have become so. */
  #watch(): void {
    this.#announceStates()
    this.#timer ??= setInterval(() => this.#tick(), FRAME_INTERVAL_MS)
  }

  #tick(): void {
    const nowMs = performance.now()
    const frames = [...this.#live.values()].map((run) => run.poll(nowMs)).filter((frame) => frame !== null)
    if (frames.length > 0) this.#options.onFrames(frames)
    this.#announceStates()
    if ([...this.#live.values()].some(({ isActive }) => isActive)) return
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
      this.#past.set(run.id, new PastRun(past, runFiles(join(this.#folder, run.id)), run.close()))
      this.#live.delete(run.id)
    }
  }

  async close(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
    await Promise.all([...this.#live.values()].map((run) => run.close()))
  }
}
