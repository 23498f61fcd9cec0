// When a run's state is saved: every so many iterations, every few seconds, at a pause, at its end and on request. What
// is done with it is the snapshot library's work.
import type { RunSummary } from '#core/contract/runs.ts'
import type { SnapshotReason, SnapshotSummary } from '#core/contract/snapshots.ts'
import { phaseOf, readWord } from '#core/training/control.ts'
import {
  publicationIsRequested,
  readPublished,
  requestPublication,
  snapshotIsWaiting,
  snapshotTaken,
} from '#core/training/published.ts'
import type { RunMemory } from '#core/training/run-memory.ts'
import { runStateViews, TOTALS } from '#core/training/run-state.ts'
import { LabError } from '../lab-error.ts'
import type { SaveOrder } from '../snapshots/snapshot-store.ts'
import { until } from './until.ts'

/** A pause shorter than this, as between two steps, is not worth a snapshot. */
const PAUSE_MS = 1000
const ANSWER_LIMIT_MS = 10_000

export interface RunSaverParts {
  memory: RunMemory
  codePoints: number[]
  save: (order: SaveOrder) => Promise<SnapshotSummary>
  summary: () => RunSummary
  /** How often the latest state is saved while the run trains; with the time to take and write it, so much can be lost. */
  latestIntervalMs: () => number
  sampleLine: () => string | null
  /** Told when a snapshot could not be written. */
  onError: (error: unknown) => void
}

export class RunSaver {
  readonly #parts: RunSaverParts
  readonly #answerLimitMs: number
  #latestAtMs: number | null = null
  #pausedAtMs: number | null = null
  #wantsLatest = false
  #savedIteration = -1
  #saving: Promise<unknown> = Promise.resolve()
  #unfinished = 0

  constructor(parts: RunSaverParts, answerLimitMs = ANSWER_LIMIT_MS) {
    this.#parts = parts
    this.#answerLimitMs = answerLimitMs
  }

  /** Looks whether something is to be saved; called many times a second while the run has a thread. */
  poll(nowMs: number): void {
    if (this.#unfinished > 0) return
    const { memory } = this.#parts
    const phase = phaseOf(memory.control)
    this.#latestAtMs ??= nowMs
    this.#pausedAtMs = phase === 'paused' ? (this.#pausedAtMs ?? nowMs) : null
    if (snapshotIsWaiting(memory.control)) this.#takeWaiting()
    else if (this.#pausedAtMs !== null) {
      if (nowMs - this.#pausedAtMs > PAUSE_MS) this.saveIdle('pause')
    } else if (phase === 'training' && nowMs - this.#latestAtMs > this.#parts.latestIntervalMs())
      this.#saveLatest(nowMs)
  }

  /** Saves the state of a run whose thread has ended or sleeps, unless it was saved where it stands. */
  saveIdle(reason: SnapshotReason): void {
    const values = this.#idleState()
    const iteration = this.#iterationOf(values)
    if (iteration > 0 && iteration !== this.#savedIteration) this.#start(values, reason)
  }

  /** The thread has ended: saves what it left, and where the run stands now. */
  end(reason: SnapshotReason): void {
    if (snapshotIsWaiting(this.#parts.memory.control)) this.#takeWaiting()
    this.saveIdle(reason)
  }

  /** Saves the state of this moment, whatever the run is doing. */
  async saveNow(): Promise<SnapshotSummary> {
    return this.#save(await this.stateNow(), 'request')
  }

  /**
   * A copy of the state of this moment (see runStateViews), whatever the run is doing.
   *
   * @throws LabError when the run is in so long an iteration that no state of one piece is to be had
   */
  async stateNow(): Promise<Float64Array<ArrayBuffer>> {
    const { control } = this.#parts.memory
    const isIdle = (): boolean => phaseOf(control) !== 'training'
    if (isIdle()) return this.#idleState()
    requestPublication(control)
    let published: Float64Array<ArrayBuffer> | null = null
    // A run that ends or pauses meanwhile answers no more, and has its state in its memory.
    const isThere = (): boolean => !publicationIsRequested(control) && (published = this.#published()) !== null
    await until(() => isThere() || isIdle(), this.#answerLimitMs)
    if (published) return published
    if (isIdle()) return this.#idleState()
    throw new LabError('run-not-answering')
  }

  /** Resolves when everything that was begun is written. */
  async flush(): Promise<void> {
    await this.#saving
  }

  #takeWaiting(): void {
    const { memory } = this.#parts
    const values = this.#published()
    if (!values) return
    snapshotTaken(memory.control)
    this.#start(values, 'interval')
  }

  #saveLatest(nowMs: number): void {
    const { control } = this.#parts.memory
    if (!this.#wantsLatest) {
      requestPublication(control)
      this.#wantsLatest = true
    } else if (!publicationIsRequested(control)) {
      const values = this.#published()
      if (!values) return
      this.#wantsLatest = false
      this.#latestAtMs = nowMs
      this.#start(values, 'latest')
    }
  }

  #published(): Float64Array<ArrayBuffer> | null {
    const { memory } = this.#parts
    const copy = new Float64Array(memory.stateValues.length)
    return readPublished(memory, copy) ? copy : null
  }

  /** A copy of the memory as it is: of one piece only while no thread trains. */
  #idleState(): Float64Array<ArrayBuffer> {
    const { control, stateValues, sizes } = this.#parts.memory
    const copy = Float64Array.from(stateValues)
    const { totals } = runStateViews(copy, sizes)
    totals[TOTALS.iteration] = readWord(control, 'iteration')
    totals[TOTALS.position] = readWord(control, 'position')
    return copy
  }

  #iterationOf(values: Float64Array): number {
    return runStateViews(values, this.#parts.memory.sizes).totals[TOTALS.iteration]!
  }

  #start(values: Float64Array<ArrayBuffer>, reason: SnapshotReason): void {
    this.#unfinished++
    // The latest is soon replaced: where a run ends or rests is kept besides.
    if (reason !== 'latest') this.#savedIteration = this.#iterationOf(values)
    this.#saving = this.#saving
      .then(() => this.#save(values, reason))
      .catch((error: unknown) => {
        if (!isNotFinite(error)) this.#parts.onError(error)
      })
      .finally(() => this.#unfinished--)
  }

  #save(values: Float64Array<ArrayBuffer>, reason: SnapshotReason): Promise<SnapshotSummary> {
    const { save, summary, sampleLine, codePoints } = this.#parts
    const iteration = this.#iterationOf(values)
    return save({ run: { ...summary(), iteration }, values, codePoints, reason, sampleLine: sampleLine() })
  }
}

/** A state with a NaN in it is not worth keeping; the run itself finds out at its next iteration. */
function isNotFinite(error: unknown): boolean {
  return error instanceof LabError && error.value.code === 'network-not-finite'
}
