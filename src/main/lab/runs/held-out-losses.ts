// Tests runs on the text that they are not trained on: every few seconds on the parameters that a run publishes, and
// once more where it ended. In a thread of its own, so that training is not held up.
import { runStateViews, TOTALS } from '#core/training/run-state.ts'
import { RequestThread } from '../threads/request-thread.ts'
import type { SamplingWork } from '../temperatures/sampling-work.ts'
import type { LiveRun } from './live-run.ts'

const INTERVAL_MS = 3000

interface Tested {
  atMs: number
  iteration: number
}

export class HeldOutLosses {
  readonly #thread: RequestThread<SamplingWork>
  readonly #tested = new WeakMap<LiveRun, Tested>()
  #testing: LiveRun | null = null

  constructor(workersFolder: string) {
    this.#thread = new RequestThread(workersFolder, 'sampling-worker.js')
  }

  /** Tests one run that is due, when none is being tested. True while there is something to wait for. */
  poll(nowMs: number, runs: readonly LiveRun[]): boolean {
    if (this.#testing) return true
    const due = runs.find((run) => run.heldOut !== null && this.#isDue(run, nowMs))
    if (!due) return false
    this.#testing = due
    // A network that cannot be tested any more, as of a run that was just removed, is passed over.
    void this.#test(due, due.heldOut!)
      .catch(() => undefined)
      .finally(() => (this.#testing = null))
    return true
  }

  #isDue(run: LiveRun, nowMs: number): boolean {
    if (run.summary.state === 'queued') return false
    const { atMs, iteration } = this.#tested.get(run) ?? { atMs: -Infinity, iteration: -1 }
    return run.summary.iteration !== iteration && (!run.isActive || nowMs - atMs > INTERVAL_MS)
  }

  async #test(run: LiveRun, text: SharedArrayBuffer): Promise<void> {
    this.#tested.set(run, { atMs: performance.now(), iteration: run.summary.iteration })
    const { values, sizes } = await run.networkNow()
    const iteration = runStateViews(values, sizes).totals[TOTALS.iteration]!
    this.#tested.set(run, { atMs: performance.now(), iteration })
    const natsPerCharacter = await this.#thread.ask('heldOutLoss', { values, sizes, text }, [values.buffer])
    run.noteHeldOut({ iteration, natsPerCharacter })
  }

  close(): Promise<void> {
    return this.#thread.close()
  }
}
