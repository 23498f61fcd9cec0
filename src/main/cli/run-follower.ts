// Follows one run from its start to its end and reports losses and samples in the order in which they came to be: the
// lab delivers the two on different ways, and several samples can come at once.
import type { RunState, RunSummary } from '#core/contract/runs.ts'
import type { Lab } from '#lab/lab-interface.ts'
import type { EndRequest } from './end-request.ts'
import type { LossLine, RunReport } from './run-report.ts'

const ACTIVE_STATES: ReadonlySet<RunState> = new Set(['queued', 'starting', 'training', 'paused'])

export interface FollowOptions {
  /** Every so many iterations, from iteration 0, one loss is reported. */
  logEvery: number
  report: RunReport
  /** Stops the run when it comes. */
  end: Pick<EndRequest, 'onRequest'>
}

class RunFollower {
  /** Losses that a sample not yet seen may have to precede. */
  readonly #losses: LossLine[] = []
  #lastIteration: number
  #nextSample = 0
  readonly #lab: Lab
  readonly #report: RunReport
  /** Where the run began: above 0 when it goes on from a snapshot. */
  readonly #firstIteration: number
  run: RunSummary

  constructor(lab: Lab, report: RunReport, run: RunSummary) {
    this.#lab = lab
    this.#report = report
    this.#firstIteration = run.iteration
    this.#lastIteration = run.iteration - 1
    this.run = run
  }

  get active(): boolean {
    return ACTIVE_STATES.has(this.run.state)
  }

  takeIteration(line: LossLine, logged: boolean): void {
    this.#lastIteration = line.iteration
    if (logged) this.#losses.push({ iteration: line.iteration, loss: line.loss, smoothLoss: line.smoothLoss })
  }

  /**
   * Reports what is complete: a sample when all iterations before it were seen, a loss after the sample of its
   * iteration. Of a run that has ended it reports everything that there is.
   */
  async reportNews(): Promise<void> {
    const { id, samples } = this.run
    const ended = !this.active
    while (this.#nextSample < samples && (ended || this.#lastIteration >= this.#nextSampleIteration - 1)) {
      const sample = await this.#lab.call('runs.sample', { runId: id, index: this.#nextSample })
      if (!sample.ok) break
      this.#reportLossesBefore(sample.value.iteration)
      this.#report.sample(sample.value)
      this.#nextSample++
    }
    this.#reportLossesBefore(ended ? Infinity : this.#nextSampleIteration)
    this.#report.progress(this.run)
  }

  /** A sample is drawn at every multiple of `sampleEvery`, 0 included, before the step of its iteration. */
  get #nextSampleIteration(): number {
    const { sampleEvery } = this.run.settings
    if (sampleEvery === 0) return Infinity
    return (Math.ceil(this.#firstIteration / sampleEvery) + this.#nextSample) * sampleEvery
  }

  #reportLossesBefore(iteration: number): void {
    const later = this.#losses.findIndex((line) => line.iteration >= iteration)
    const lines = this.#losses.splice(0, later === -1 ? this.#losses.length : later)
    for (const line of lines) this.#report.loss(line)
  }
}

/** Call it as soon as the run is started. Answers how the run was when it ended; closing the report is the caller's. */
export async function followRun(
  lab: Lab,
  started: RunSummary,
  { logEvery, report, end }: FollowOptions,
): Promise<RunSummary> {
  const follower = new RunFollower(lab, report, started)
  let announce = (): void => {}
  const nextNews = (): Promise<void> => new Promise((resolve) => (announce = resolve))
  let news = nextNews()
  const update = (runs: RunSummary[]): void => {
    follower.run = runs.find(({ id }) => id === started.id) ?? follower.run
    announce()
  }
  const subscriptions = [
    lab.watchIterations(started.id, (metrics) => follower.takeIteration(metrics, metrics.iteration % logEvery === 0)),
    lab.on('runs.frame', (frames) => update(frames.map(({ run }) => run))),
    lab.on('runs.changed', update),
  ]
  end.onRequest(() => void lab.call('runs.stop', { runId: started.id }))
  for (let ended = false; !ended;) {
    await news
    // What comes while this is being reported, the end above all, is reported in the next round.
    news = nextNews()
    ended = !follower.active
    await follower.reportNews()
  }
  for (const unsubscribe of subscriptions) unsubscribe()
  return follower.run
}
