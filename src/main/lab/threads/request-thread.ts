// A worker thread that answers questions by number, from the lab's side. It is started at the first question, and again
// should it have died.
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ErrorValue } from '#core/contract/errors.ts'
import { LabError } from '../lab-error.ts'

export interface ThreadQuestion {
  id: number
  name: string
  input: unknown
}

export type ThreadAnswer = { id: number } & ({ ok: true; value: unknown } | { ok: false; error: ErrorValue })

interface Waiting {
  resolve: (value: never) => void
  reject: (error: Error) => void
}

/** What a thread is told when it starts. */
export interface ThreadData {
  /** Where it finds further threads. */
  workersFolder: string
}

/** What a thread does: asynchronous functions of one argument, by name. */
export type ThreadWork = Record<string, (input: never) => Promise<unknown>>

/** Asks a thread that serves `Work` (see thread-server.ts). */
export class RequestThread<Work extends ThreadWork> {
  readonly #file: string
  readonly #data: ThreadData
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | null = null
  #questions = 0

  constructor(workersFolder: string, fileName: string) {
    this.#file = join(workersFolder, fileName)
    this.#data = { workersFolder }
  }

  /** @throws LabError for what the user can cause, as the work in the thread throws it */
  ask<Name extends keyof Work & string>(
    name: Name,
    input: Parameters<Work[Name]>[0],
    transfer: ArrayBuffer[] = [],
  ): ReturnType<Work[Name]> {
    const worker = (this.#worker ??= this.#start())
    const id = ++this.#questions
    const answer = new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      worker.postMessage({ id, name, input } satisfies ThreadQuestion, transfer)
    })
    return answer as ReturnType<Work[Name]>
  }

  #start(): Worker {
    const worker = new Worker(this.#file, { workerData: this.#data })
    worker.unref()
    worker.on('message', (answer: ThreadAnswer) => this.#answer(answer))
    worker.on('error', (error) => this.#end(worker, error))
    worker.on('exit', () => this.#end(worker, new Error(`the thread ${this.#file} ended`)))
    return worker
  }

  #answer(answer: ThreadAnswer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if (answer.ok) waiting?.resolve(answer.value as never)
    else waiting?.reject(new LabError(answer.error.code, answer.error.parameters))
  }

  #end(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return
    this.#worker = null
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }

  /** Ends the thread wherever it is. What was asked and not answered stays so: who closes it wants to know no more. */
  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }
}
