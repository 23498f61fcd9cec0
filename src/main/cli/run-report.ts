// What is written about a run while it trains, whatever the form: json-report.ts and text-report.ts are the two forms.
import type { RunSummary, Sample } from '#core/contract/runs.ts'

/** Nats per sequence. */
export interface LossLine {
  iteration: number
  loss: number
  smoothLoss: number
}

export interface RunReport {
  /** About 20 times a second. */
  progress(run: RunSummary): void
  loss(line: LossLine): void
  sample(sample: Sample): void
  /** Once, after everything else. */
  close(run: RunSummary): void
}
