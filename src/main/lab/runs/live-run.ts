// A run whose network is in memory: its thread, its commands and its summary. Keeping runs and naming them is the run
// store's work, reading the thread's rings RunRings', writing history and samples the run record's, saving the saver's.
import type { ErrorValue } from '#core/contract/errors.ts'
import type { SnapshotSummary } from '#core/contract/snapshots.ts'
import type { HeldOutLoss, RunFrame, RunState, RunSummary } from '#core/contract/runs.ts'
import {
  aimAt,
  enterPhase,
  hasReachedTarget,
  phaseOf,
  readWord,
  request,
  trainUntil,
  wantsThread,
} from '#core/training/control.ts'
import { resetCrew } from '#core/training/crew.ts'
import type { Metrics } from '#core/training/metrics-ring.ts'
import type { RunMemory } from '#core/training/run-memory.ts'
import { TOTALS, type StateSizes } from '#core/training/run-state.ts'
import type { ChosenKernel } from '../kernel/choose-kernel.ts'
import type { SharedMemory } from '../kernel/shared-memory.ts'
import { LabError, systemCodeOf } from '../lab-error.ts'
import type { SaveOrder } from '../snapshots/snapshot-store.ts'
import { FrameSource } from './frame-source.ts'
import { RunFile } from './run-file.ts'
import type { RunFiles } from './run-folder.ts'
import { failureOf, stateOf } from './run-phase.ts'
import type { RunRecord } from './run-record.ts'
import { RunRings } from './run-rings.ts'
import { RunSaver } from './run-saver.ts'
import { Speedometer } from './speedometer.ts'
import { TrainingThread } from './training-thread.ts'
import { until } from './until.ts'

/** A command is answered when the thread has obeyed, or after this time when its iterations are long. */
const OBEY_LIMIT_MS = 80
const CLOSE_LIMIT_MS = 2000

export interface LiveRunParts {
  summary: RunSummary
  files: RunFiles
  /** The memory of the run, and the views into it. */
  shared: SharedMemory
  memory: RunMemory
  kernel: ChosenKernel
  text: SharedArrayBuffer
  /** The part of the text that is not trained on; null for none. */
  heldOut: SharedArrayBuffer | null
  /** The code point of every vocabulary index. */
  codePoints: number[]
  workersFolder: string
  record: RunRecord
  latestIntervalMs: () => number
  save: (order: SaveOrder) => Promise<SnapshotSummary>
}

export class LiveRun {
  readonly id: string
  readonly record: RunRecord
  readonly #parts: LiveRunParts
  readonly #rings: RunRings
  readonly #saver: RunSaver
  readonly #file: RunFile
  readonly #speedometer = new Speedometer()
  #summary: RunSummary
  #thread: TrainingThread | null = null
  /** Why the run ended before its time, when it did. */
  #failure: ErrorValue | null = null
  /** Waits to be started, see the run store. */
  #isQueued = false
  readonly #frames = new FrameSource()

  constructor(parts: LiveRunParts) {
    this.id = parts.summary.id
    const { memory, codePoints, save } = parts
    this.#parts = parts
    this.#summary = parts.summary
    this.record = parts.record
    this.record.onError = (error) => this.#diskRefused(error)
    this.#file = new RunFile(parts.files, (error) => this.#diskRefused(error))
    this.#rings = new RunRings(memory, parts.record, codePoints)
    this.#saver = new RunSaver({
      memory,
      codePoints,
      save,
      summary: () => this.#summary,
      latestIntervalMs: parts.latestIntervalMs,
      sampleLine: () => this.record.newestSample?.text.split('\n').find((line) => line.trim() !== '') ?? null,
      onError: (error) => this.#diskRefused(error),
    })
  }

  get memory(): RunMemory {
    return this.#parts.memory
  }

  get summary(): RunSummary {
    return this.#summary
  }

  get isQueued(): boolean {
    return this.#isQueued
  }

  get heldOut(): SharedArrayBuffer | null {
    return this.#parts.heldOut
  }

  get isActive(): boolean {
    return this.#thread !== null
  }

  /** Starts at the beginning, with the parameters that the seed gives. */
  start(): void {
    this.#isQueued = false
    this.#begin(this.#summary.settings.seed)
    this.#look(performance.now())
  }

  /** Waits for `start`. */
  queue(): void {
    this.#isQueued = true
    this.#look(performance.now())
  }

  /** Starts from the state that the memory holds. */
  startFromState(): void {
    this.#begin(null)
  }

  #begin(seed: number | null): void {
    aimAt(this.#parts.memory.control, this.#summary.settings.iterations)
    this.#launch(seed)
  }

  async pause(): Promise<void> {
    const { control } = this.#activeMemory()
    request(control, 'pause')
    await this.#obeyed(() => phaseOf(control) === 'paused' || !this.isActive)
  }

  async step(iterations: number): Promise<void> {
    const { control } = this.#memoryToReach(this.#summary.settings.iterations)
    const goal = readWord(control, 'iteration') + iterations
    trainUntil(control, goal)
    if (!this.isActive) this.#launch(null)
    await this.#obeyed(
      () => (readWord(control, 'iteration') >= goal && phaseOf(control) !== 'training') || !this.isActive,
    )
  }

  async resume(target: number = this.#summary.settings.iterations): Promise<void> {
    const { control } = this.#memoryToReach(target)
    this.#summary = { ...this.#summary, settings: { ...this.#summary.settings, iterations: target } }
    aimAt(control, target)
    request(control, 'train')
    if (!this.isActive) this.#launch(null)
    await this.#obeyed(() => phaseOf(control) === 'training' || !this.isActive)
  }

  async stop(): Promise<void> {
    if (this.#isQueued) return this.#leaveQueue()
    const { control } = this.#activeMemory()
    request(control, 'stop')
    await this.#obeyed(() => !this.isActive)
  }

  #leaveQueue(): void {
    this.#isQueued = false
    enterPhase(this.#parts.memory.control, 'stopped')
    this.#look(performance.now())
    void this.#file.write(this.#summary)
  }

  /** Stops and waits for the thread's end, however long an iteration takes. */
  async close(): Promise<void> {
    if (this.#isQueued) this.#leaveQueue()
    const thread = this.#thread
    if (thread) {
      request(this.#parts.memory.control, 'stop')
      await until(() => !this.isActive, CLOSE_LIMIT_MS)
      await thread.terminate()
    }
    await this.#saver.flush()
    await this.record.flush()
    await this.#file.write(this.#summary)
  }

  /** Resolves when all snapshots that were begun are written. */
  saved(): Promise<void> {
    return this.#saver.flush()
  }

  saveSnapshot(): Promise<SnapshotSummary> {
    return this.#saver.saveNow()
  }

  /** The network as it is now: its state in one array (see runStateViews), a copy, and its vocabulary. */
  async networkNow(): Promise<{ values: Float64Array<ArrayBuffer>; sizes: StateSizes; codePoints: number[] }> {
    const { memory, codePoints } = this.#parts
    return { values: await this.#saver.stateNow(), sizes: memory.sizes, codePoints }
  }

  /** The network was tested on the text that is held out. */
  noteHeldOut(loss: HeldOutLoss): void {
    this.#summary = { ...this.#summary, heldOut: loss }
    this.record.addHeldOut(loss)
  }

  watch(watcher: (metrics: Metrics) => void): () => void {
    return this.#rings.watch(watcher)
  }

  /** Takes what the thread has written, and returns what is new since the last look; null when nothing is. */
  poll(nowMs: number): RunFrame | null {
    this.#drain()
    this.#look(nowMs)
    if (this.isActive) this.#saver.poll(nowMs)
    if (this.isActive) this.#file.poll(this.#summary, nowMs)
    return this.#frames.next(this.#summary, this.record)
  }

  /** Gives the run's memory to a thread: with a seed at the beginning, without one from where the memory stands. */
  #launch(seed: number | null): void {
    const { shared, memory, text, kernel, workersFolder } = this.#parts
    const { sizes, control } = memory
    const { settings } = this.#summary
    enterPhase(control, 'starting')
    resetCrew(memory.crew)
    const data = { shared, sizes, text, settings, kernel: kernel.module, seed }
    const thread = new TrainingThread(workersFolder, data)
    this.#thread = thread
    void thread.ended.then((death) => this.#ended(thread, death))
  }

  #activeMemory(): RunMemory {
    if (!this.isActive) throw new LabError('run-not-active', { state: this.#summary.state })
    return this.#parts.memory
  }

  /** @throws LabError when the run cannot train on, or is at `target` already */
  #memoryToReach(target: number): RunMemory {
    if (!this.#summary.canContinue) throw new LabError('run-not-active', { state: this.#summary.state })
    const { memory } = this.#parts
    if (readWord(memory.control, 'iteration') >= target) throw new LabError('target-reached', { iterations: target })
    return memory
  }

  async #obeyed(condition: () => boolean): Promise<void> {
    await until(condition, OBEY_LIMIT_MS)
    this.#drain()
    this.#look(performance.now())
  }

  #drain(): void {
    const newest = this.#rings.drain(this.#summary.settings)
    if (newest) this.#summary = { ...this.#summary, ...newest }
  }

  #look(nowMs: number): void {
    const { control, totals } = this.#parts.memory
    const iteration = readWord(control, 'iteration')
    const state = this.#state()
    if (state !== 'training') this.#speedometer.reset()
    const iterationsPerSecond = state === 'training' ? this.#speedometer.look(nowMs, iteration) : 0
    const failure = this.#failure
    const canContinue = failure === null
    const next = {
      state,
      iteration,
      failure,
      iterationsPerSecond,
      canContinue,
      seconds: totals[TOTALS.secondsTrained]!,
      samples: this.record.samples,
    }
    this.#summary = { ...this.#summary, ...next }
  }

  #state(): RunState {
    if (this.#failure) return 'failed'
    if (this.#isQueued) return 'queued'
    return stateOf(this.#parts.memory.control, this.isActive, this.#summary.state)
  }

  #ended(thread: TrainingThread, death: string | null): void {
    if (this.#thread !== thread) return
    this.#thread = null
    const { control } = this.#parts.memory
    this.#failure ??= failureOf(control, death)
    if (this.#failure === null) {
      // A command may have come while the loop was on its way out.
      if (wantsThread(control)) return this.#launch(null)
      if (!hasReachedTarget(control)) enterPhase(control, 'stopped')
    }
    this.#drain()
    this.#look(performance.now())
    const hasGoodState = this.#failure === null || this.#failure.code === 'loss-not-finite'
    if (hasGoodState) this.#saver.end(hasReachedTarget(control) ? 'finish' : 'stop')
    void this.#file.write(this.#summary)
  }

  #diskRefused(error: unknown): void {
    const { folder } = this.#parts.files
    const detail = systemCodeOf(error)
    this.#failure ??= { code: 'folder-unwritable', parameters: { folder, detail } }
    request(this.#parts.memory.control, 'stop')
  }
}
