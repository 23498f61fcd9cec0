// The lab's side of a training thread: starts it on a run's memory and says when it has ended.
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { RunSizes } from '#core/training/run-memory.ts'
import type { LoopSettings } from '#core/training/training-run.ts'
import { messageOf } from '../lab-error.ts'

/** What a training thread is given. */
export interface TrainingWorkerData {
  buffer: SharedArrayBuffer
  sizes: RunSizes
  /** (characters) uint16 vocabulary indices. */
  text: SharedArrayBuffer
  settings: LoopSettings
  /** Set for a run at its beginning: the seed to draw the parameters from. */
  seed: number | null
}

export class TrainingThread {
  readonly #worker: Worker
  #death: string | null = null
  /** Resolves when the thread has ended: null when it came to the end of its loop, else what it died of. */
  readonly ended: Promise<string | null>

  constructor(workersFolder: string, data: TrainingWorkerData) {
    this.#worker = new Worker(join(workersFolder, 'training-worker.js'), { workerData: data })
    this.#worker.on('error', (error) => (this.#death = messageOf(error)))
    this.ended = new Promise((resolve) => {
      this.#worker.once('exit', (code) => resolve(this.#death ?? (code === 0 ? null : `exit code ${code}`)))
    })
  }

  /** Ends the thread wherever it is. */
  async terminate(): Promise<void> {
    await this.#worker.terminate()
  }
}
