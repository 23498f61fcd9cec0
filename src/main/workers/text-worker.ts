// The thread that reads texts, so that a large file never holds up a window.
import { parentPort } from 'node:worker_threads'
import type { TextAnswer, TextQuestion } from '#lab/datasets/text-thread.ts'
import { readText } from '#lab/datasets/text-reading.ts'
import { errorValueOf } from '#lab/lab-error.ts'

parentPort?.on('message', ({ id, request }: TextQuestion) => {
  readText(request).then(
    (text) => parentPort?.postMessage({ id, ok: true, text } satisfies TextAnswer),
    (error: unknown) => parentPort?.postMessage({ id, ok: false, error: errorValueOf(error) } satisfies TextAnswer),
  )
})
