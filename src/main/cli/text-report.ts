// A run for people to read: samples and a closing line on standard output, a progress bar on standard error or, where
// none can be drawn, a line there for each logged loss.
import { meanSpeed, msPerIteration } from '#core/contract/run-speed.ts'
import type { RunSummary, Sample } from '#core/contract/runs.ts'
import { formatDuration, formatNumber } from './localised.ts'
import { messageText, type MessageName } from './messages.ts'
import { printable } from './printable.ts'
import { progressLine } from './progress-line.ts'
import type { LossLine, RunReport } from './run-report.ts'
import type { Terminal } from './terminal.ts'

const LOSS_DECIMALS = 4

export class TextReport implements RunReport {
  readonly #terminal: Terminal

  constructor(terminal: Terminal) {
    this.#terminal = terminal
  }

  progress(run: RunSummary): void {
    this.#terminal.drawBar(progressLine(run, this.#terminal.columns, this.#terminal.language))
  }

  loss({ iteration, loss, smoothLoss }: LossLine): void {
    if (this.#terminal.canDraw) return
    const line = this.#message('loss-line', {
      iteration: this.#number(iteration),
      loss: this.#number(loss, LOSS_DECIMALS),
      smoothLoss: this.#number(smoothLoss, LOSS_DECIMALS),
    })
    this.#terminal.note(line)
  }

  sample({ iteration, text }: Sample): void {
    this.#terminal.print(this.#message('sample-heading', { iteration: this.#number(iteration) }))
    this.#terminal.print(printable(text) + '\n')
  }

  close(run: RunSummary): void {
    this.#terminal.drawBar('')
    if (run.state === 'failed') return
    const closing = this.#message('closing', {
      iterations: this.#number(run.iteration),
      duration: formatDuration(run.seconds, this.#terminal.language, 2),
      smoothLoss: run.smoothLoss === null ? '-' : this.#number(run.smoothLoss, LOSS_DECIMALS),
      milliseconds: this.#number(msPerIteration(run), 3),
      speed: this.#number(meanSpeed(run).charactersPerSecond),
    })
    this.#terminal.print(run.state === 'finished' ? closing : this.#message('closing-stopped', { closing }))
  }

  #message(name: MessageName, parameters: Record<string, string>): string {
    return messageText(name, this.#terminal.language, parameters)
  }

  #number(value: number, decimals = 0): string {
    return formatNumber(value, this.#terminal.language, decimals)
  }
}
