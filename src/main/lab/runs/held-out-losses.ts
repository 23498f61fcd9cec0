// Tests runs on the text that they are not trained on: now and then on the parameters that a run publishes, and
// once more where it ended. In a thread of its own, so that training is not held up.
import { runStateViews, TOTALS } from '#core/training/run-state.ts'
import { RequestThread } from '../threads/request-thread.ts'
import type { SamplingWork } from '../temperatures/sampling-work.ts'
import type { LiveRun } from './live-run.ts'

/** Testing takes at most this part of a processor from training, whatever the network. */
const SHARE = 0.1
const LEAST_INTERVAL_MS = 200

interface Tested {
  iteration: number
  /** When it is worth while to test it again, if it trains on. */
  againMs: number
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
      .catch(() => this.#tested.set(due, { iteration: due.summary.iteration, againMs: Infinity }))
      .finally(() => (this.#testing = null))
    return true
  }

  #isDue(run: LiveRun, nowMs: number): boolean {
    if (run.summary.state === 'queued') return false
    const { iteration, againMs } = this.#tested.get(run) ?? { iteration: -1, againMs: 0 }
    return run.summary.iteration !== iteration && (!run.isActive || nowMs > againMs)
  }

  async #test(run: LiveRun, text: SharedArrayBuffer): Promise<void> {
    const { values, sizes } = await run.networkNow()
    const iteration = runStateViews(values, sizes).totals[TOTALS.iteration]!
    const startMs = performance.now()
    const natsPerCharacter = await this.#thread.ask('heldOutLoss', { values, sizes, text }, [values.buffer])
    const tookMs = performance.now() - startMs
    this.#tested.set(run, { iteration, againMs: startMs + Math.max(LEAST_INTERVAL_MS, tookMs / SHARE) })
    run.noteHeldOut({ iteration, natsPerCharacter })
  }

  close(): Promise<void> {
    return this.#thread.close()
  }
}
