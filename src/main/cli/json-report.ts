// A run as one JSON object a line, with the keys and the order of the NumPy script that Charscope is compared with.
import { meanSpeed, msPerIteration } from '#core/contract/run-speed.ts'
import type { RunSummary, Sample } from '#core/contract/runs.ts'
import { printJson } from './json-output.ts'
import type { LossLine, RunReport } from './run-report.ts'
import type { Terminal } from './terminal.ts'

export class JsonReport implements RunReport {
  readonly #terminal: Terminal

  constructor(terminal: Terminal) {
    this.#terminal = terminal
  }

  progress(): void {}

  loss({ iteration, loss, smoothLoss }: LossLine): void {
    printJson(this.#terminal, { iteration, loss, smoothLoss })
  }

  sample({ iteration, text }: Sample): void {
    printJson(this.#terminal, { iteration, sample: text })
  }

  close(run: RunSummary): void {
    if (run.state === 'failed') return
    const { iteration: iterations, seconds } = run
    const { charactersPerSecond } = meanSpeed(run)
    printJson(this.#terminal, {
      done: true,
      iterations,
      seconds,
      msPerIteration: msPerIteration(run),
      charactersPerSecond,
    })
  }
}
