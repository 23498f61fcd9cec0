// Which runs train at this moment and how far they are, for all that the system shows or holds while they do.
import type { RunSummary } from '#core/contract/runs.ts'
import type { Lab } from '#lab/lab-interface.ts'

// The taskbar is not worth more.
const FIGURES_INTERVAL_MS = 1000

/** True while a thread works on the run; one that is paused waits. */
export function isTraining({ state }: RunSummary): boolean {
  return state === 'starting' || state === 'training'
}

/** How much of all that trains is done, 0..1; null when nothing does. */
export function progressOf(runs: readonly RunSummary[]): number | null {
  const training = runs.filter(isTraining)
  if (training.length === 0) return null
  const done = training.reduce((sum, { iteration }) => sum + iteration, 0)
  return done / training.reduce((sum, { settings }) => sum + settings.iterations, 0)
}

export class TrainingWatch {
  #runs: readonly RunSummary[] = []
  readonly #listeners = new Set<(runs: readonly RunSummary[], before: readonly RunSummary[]) => void>()

  constructor(lab: Lab) {
    let shownAtMs = 0
    lab.on('runs.changed', (runs) => this.#replace(runs))
    lab.on('runs.frame', (frames) => {
      if (performance.now() - shownAtMs < FIGURES_INTERVAL_MS) return
      shownAtMs = performance.now()
      const fresh = new Map(frames.map(({ run }) => [run.id, run]))
      this.#replace(this.#runs.map((run) => fresh.get(run.id) ?? run))
    })
  }

  get isTraining(): boolean {
    return this.#runs.some(isTraining)
  }

  /** Calls `listener` when a run's state has changed, and about once a second while one trains. */
  onChange(listener: (runs: readonly RunSummary[], before: readonly RunSummary[]) => void): void {
    this.#listeners.add(listener)
  }

  #replace(runs: readonly RunSummary[]): void {
    const before = this.#runs
    this.#runs = runs
    for (const listener of this.#listeners) listener(runs, before)
  }
}
