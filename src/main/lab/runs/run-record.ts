// What a run leaves behind as it goes: its history and its samples, in memory as far as it is needed at once and in the
// run's folder whole. The same record serves a run that is training and one of an earlier session.
import type { History, Sample } from '#core/contract/runs.ts'
import type { Metrics } from '#core/training/metrics-ring.ts'
import { LabError } from '../lab-error.ts'
import { LineLog, readLines } from '../storage/line-log.ts'
import { HistoryRecorder } from './history.ts'
import { historyRowSchema, sampleLineSchema, type RunFiles, type SampleLine } from './run-folder.ts'

interface SamplePlace {
  iteration: number
  offset: number
  length: number
}

export class RunRecord {
  readonly #recorder = new HistoryRecorder()
  readonly #metricsLog: LineLog
  readonly #samplesLog: LineLog
  readonly #places: SamplePlace[] = []
  #newest: Sample | null = null

  /** @param onError is told when the disk refuses a line */
  constructor(files: RunFiles, onError: (error: unknown) => void) {
    this.#metricsLog = new LineLog(files.metrics, onError)
    this.#samplesLog = new LineLog(files.samples, onError)
  }

  /** The record that an earlier session left. */
  static async load(files: RunFiles): Promise<RunRecord> {
    const record = new RunRecord(files, () => undefined)
    for (const { entry } of await readLines(files.metrics)) {
      const row = historyRowSchema.safeParse(entry)
      if (row.success) record.#recorder.append(row.data)
    }
    for (const { entry, offset, length } of await readLines(files.samples)) {
      const line = sampleLineSchema.safeParse(entry)
      if (line.success) record.#places.push({ iteration: line.data.iteration, offset, length })
    }
    return record
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
    await Promise.all([this.#metricsLog.flush(), this.#samplesLog.flush()])
  }
}
