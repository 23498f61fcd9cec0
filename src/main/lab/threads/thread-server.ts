// The thread's side of a RequestThread: does the work that is asked for, and answers.
import { parentPort } from 'node:worker_threads'
import { errorValueOf } from '../lab-error.ts'
import type { ThreadAnswer, ThreadQuestion, ThreadWork } from './request-thread.ts'

/** Serves `work` to the thread's parent until the thread is ended. */
export function serveWork(work: ThreadWork): void {
  parentPort?.on('message', ({ id, name, input }: ThreadQuestion) => {
    const done = work[name]!(input as never)
    done.then(
      (value) => parentPort?.postMessage({ id, ok: true, value } satisfies ThreadAnswer),
      (error: unknown) => parentPort?.postMessage({ id, ok: false, error: errorValueOf(error) } satisfies ThreadAnswer),
    )
  })
}
