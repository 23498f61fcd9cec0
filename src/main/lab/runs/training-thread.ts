// The lab's side of a run's training thread and of the threads that work for it: starts them on the run's memory and says
// when all of them have ended.
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { RunSizes } from '#core/training/run-memory.ts'
import type { LoopSettings } from '#core/training/training-run.ts'
import type { SharedMemory } from '../kernel/shared-memory.ts'
import { messageOf } from '../lab-error.ts'

/** What a training thread is given. */
export interface TrainingWorkerData {
  /** The run's memory. */
  shared: SharedMemory
  sizes: RunSizes
  /** (characters) uint16 vocabulary indices. */
  text: SharedArrayBuffer
  settings: LoopSettings
  /** null for the reference. */
  kernel: WebAssembly.Module | null
  /** Set for a run at its beginning: the seed to draw the parameters from. */
  seed: number | null
}

/** What a thread is given that works for it. */
export interface HelperWorkerData extends Pick<TrainingWorkerData, 'shared' | 'sizes' | 'settings'> {
  kernel: WebAssembly.Module
  /** Its number in the crew, from 1. */
  thread: number
}

export class TrainingThread {
  readonly #workers: Worker[]
  #death: string | null = null
  /** Resolves when the threads have ended: null when they came to the end of their loops, else what one died of. */
  readonly ended: Promise<string | null>

  constructor(workersFolder: string, data: TrainingWorkerData) {
    const start = (file: string, workerData: TrainingWorkerData | HelperWorkerData): Worker =>
      new Worker(join(workersFolder, file), { workerData })
    const { shared, sizes, settings, kernel } = data
    const helpers = Array.from({ length: kernel ? sizes.threads - 1 : 0 }, (_, index) =>
      start('training-helper-worker.js', { shared, sizes, settings, kernel: kernel!, thread: index + 1 }),
    )
    this.#workers = [start('training-worker.js', data), ...helpers]
    const exits = this.#workers.map((worker) => this.#exitOf(worker))
    this.ended = Promise.all(exits).then(() => this.#death)
  }

  #exitOf(worker: Worker): Promise<void> {
    worker.on('error', (error) => (this.#death ??= messageOf(error)))
    return new Promise((resolve) => {
      worker.once('exit', (code) => {
        if (code !== 0) this.#death ??= `exit code ${code}`
        // One that died would be waited for by the others for ever.
        if (this.#death !== null) void this.terminate()
        resolve()
      })
    })
  }

  /** Ends the threads wherever they are. */
  async terminate(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()))
  }
}
