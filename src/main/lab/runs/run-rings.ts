// What a training thread leaves in its rings, taken out in order: samples and losses for the run's record, every single
// iteration for those who watch, and the newest figures for the run's summary.
import type { RunSummary } from '#core/contract/runs.ts'
import { readMetrics, type Metrics } from '#core/training/metrics-ring.ts'
import type { RunMemory } from '#core/training/run-memory.ts'
import { readSamples } from '#core/training/sample-ring.ts'
import type { RunRecord } from './run-record.ts'

/** The figures of a summary that come from the newest iteration. */
export type NewestFigures = Pick<RunSummary, 'loss' | 'smoothLoss' | 'gradientNorm' | 'clippedShare' | 'parameterNorm'>

export class RunRings {
  readonly #memory: RunMemory
  readonly #record: RunRecord
  readonly #characters: string[]
  readonly #watchers = new Set<(metrics: Metrics) => void>()

  /** @param codePoints the code point of every vocabulary index */
  constructor(memory: RunMemory, record: RunRecord, codePoints: readonly number[]) {
    this.#memory = memory
    this.#record = record
    this.#characters = codePoints.map((codePoint) => String.fromCodePoint(codePoint))
  }

  /** The metrics that a watcher is given are used again for the next iteration. */
  watch(watcher: (metrics: Metrics) => void): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  /** Takes all that is there. @returns the newest figures; null when nothing is new */
  drain({ sampleTemperature, temperature }: RunSummary['settings']): NewestFigures | null {
    // Samples first: that of an iteration was drawn before its loss was taken.
    readSamples(this.#memory, (iteration, indices) => {
      const text = Array.from(indices, (index) => this.#characters[index]).join('')
      this.#record.addSample({ iteration, temperature: sampleTemperature ?? temperature, text })
    })
    let newest: NewestFigures | null = null
    readMetrics(this.#memory, (metrics) => {
      const { loss, smoothLoss, gradientNorm, clippedShare, parameterNorm } = metrics
      newest = { loss, smoothLoss, gradientNorm, clippedShare, parameterNorm }
      this.#record.addMetrics(metrics)
      for (const watcher of this.#watchers) watcher(metrics)
    })
    return newest
  }
}
