// The lab's side of the text thread: questions go in, answers come back by number. The thread is started at the first
// question, and again should it have died.
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ErrorValue } from '#core/contract/errors.ts'
import { LabError } from '../lab-error.ts'
import type { ReadText, TextRequest } from './text-reading.ts'

export interface TextQuestion {
  id: number
  request: TextRequest
}

export type TextAnswer = { id: number } & ({ ok: true; text: ReadText } | { ok: false; error: ErrorValue })

interface Waiting {
  resolve: (text: ReadText) => void
  reject: (error: Error) => void
}

export class TextThread {
  readonly #file: string
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | null = null
  #questions = 0

  constructor(workersFolder: string) {
    this.#file = join(workersFolder, 'text-worker.js')
  }

  /** Reads a text in the thread. @throws LabError when the file cannot be a text to train on */
  read(request: TextRequest): Promise<ReadText> {
    const worker = (this.#worker ??= this.#start())
    const id = ++this.#questions
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      worker.postMessage({ id, request } satisfies TextQuestion)
    })
  }

  #start(): Worker {
    const worker = new Worker(this.#file)
    worker.unref()
    worker.on('message', (answer: TextAnswer) => this.#answer(answer))
    worker.on('error', (error) => this.#end(worker, error))
    worker.on('exit', () => this.#end(worker, new Error('the text thread ended')))
    return worker
  }

  #answer(answer: TextAnswer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if (answer.ok) waiting?.resolve(answer.text)
    else waiting?.reject(new LabError(answer.error.code, answer.error.parameters))
  }

  #end(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return
    this.#worker = null
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }
}
