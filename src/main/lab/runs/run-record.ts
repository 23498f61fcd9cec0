// What a run leaves behind as it goes: its history and its samples, in memory as far as it is needed at once and in the
// run's folder whole. The same record serves a run that is training and one of an earlier session.
import { stat } from 'node:fs/promises'
import { z } from 'zod'
import type { HeldOutLoss, History, Sample } from '#core/contract/runs.ts'
import type { Metrics } from '#core/training/metrics-ring.ts'
import { LabError } from '../lab-error.ts'
import { writeFileAtomically } from '../storage/atomic-file.ts'
import { LineLog, readLines } from '../storage/line-log.ts'
import { HistoryRecorder } from './history.ts'
import { heldOutSchema, historyRowSchema, sampleLineSchema, type RunFiles, type SampleLine } from './run-folder.ts'

const lineSchema = z.object({ iteration: z.int() })

interface SamplePlace {
  iteration: number
  offset: number
  length: number
}

export class RunRecord {
  readonly #recorder = new HistoryRecorder()
  readonly #metricsLog: LineLog
  readonly #samplesLog: LineLog
  readonly #heldOutLog: LineLog
  readonly #heldOut: HeldOutLoss[] = []
  readonly #places: SamplePlace[] = []
  #newest: Sample | null = null
  /** Is told when the disk refuses a line. */
  onError: (error: unknown) => void = () => undefined

  /** The record of a run that has not begun, or of one whose logs are `lengths` bytes long. */
  constructor(files: RunFiles, lengths = { metrics: 0, samples: 0, heldOut: 0 }) {
    const onError = (error: unknown): void => this.onError(error)
    this.#metricsLog = new LineLog(files.metrics, onError, lengths.metrics)
    this.#samplesLog = new LineLog(files.samples, onError, lengths.samples)
    this.#heldOutLog = new LineLog(files.heldOut, onError, lengths.heldOut)
  }

  /** The record that an earlier session left. */
  static async load(files: RunFiles): Promise<RunRecord> {
    const lengths = {
      metrics: await sizeOf(files.metrics),
      samples: await sizeOf(files.samples),
      heldOut: await sizeOf(files.heldOut),
    }
    const record = new RunRecord(files, lengths)
    for (const { entry } of await readLines(files.metrics)) {
      const row = historyRowSchema.safeParse(entry)
      if (row.success) record.#recorder.append(row.data)
    }
    for (const { entry, offset, length } of await readLines(files.samples)) {
      const line = sampleLineSchema.safeParse(entry)
      if (line.success) record.#places.push({ iteration: line.data.iteration, offset, length })
    }
    for (const { entry } of await readLines(files.heldOut)) {
      const loss = heldOutSchema.safeParse(entry)
      if (loss.success) record.#heldOut.push(loss.data)
    }
    return record
  }

  /** The record in `from` up to an iteration, written to the folder `to`, which may be the same. */
  static async continued(from: RunFiles, to: RunFiles, iteration: number): Promise<RunRecord> {
    for (const [log, copy] of [
      [from.metrics, to.metrics],
      [from.samples, to.samples],
      [from.heldOut, to.heldOut],
    ] as const) {
      const lines = (await readLines(log)).filter(({ entry }) => isBefore(entry, iteration))
      await writeFileAtomically(copy, lines.map(({ entry }) => `${JSON.stringify(entry)}\n`).join(''))
    }
    return RunRecord.load(to)
  }

  get rows(): number {
    return this.#recorder.rows
  }

  get samples(): number {
    return this.#places.length
  }

  get sampleIterations(): number[] {
    return this.#places.map(({ iteration }) => iteration)
  }

  get history(): History {
    return this.#recorder.history
  }

  historySince(row: number): History {
    return this.#recorder.since(row)
  }

  /** The last sample that was added in this session. */
  get newestSample(): Sample | null {
    return this.#newest
  }

  /** The losses on the text that was held out, in order. */
  get heldOut(): readonly HeldOutLoss[] {
    return this.#heldOut
  }

  addHeldOut(loss: HeldOutLoss): void {
    this.#heldOut.push(loss)
    this.#heldOutLog.append(loss)
  }

  addMetrics(metrics: Metrics): void {
    const row = this.#recorder.add(metrics)
    if (row) this.#metricsLog.append(row)
  }

  addSample(line: SampleLine): void {
    const place = this.#samplesLog.append(line)
    this.#newest = { index: this.#places.length, ...line }
    this.#places.push({ iteration: line.iteration, ...place })
  }

  /** @throws LabError when there is no such sample */
  async sample(index: number): Promise<Sample> {
    if (this.#newest?.index === index) return this.#newest
    const place = this.#places[index]
    if (!place) throw new LabError('sample-unknown')
    return { index, ...sampleLineSchema.parse(await this.#samplesLog.read(place)) }
  }

  async flush(): Promise<void> {
    await Promise.all([this.#metricsLog, this.#samplesLog, this.#heldOutLog].map((log) => log.flush()))
  }
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  )
}

/** True for a row or a sample of an iteration before the given one. */
function isBefore(entry: unknown, iteration: number): boolean {
  const parsed = lineSchema.safeParse(entry)
  return parsed.success && parsed.data.iteration < iteration
}
