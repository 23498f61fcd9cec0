// The thread that reads texts, so that a large file never holds up a window.
import { textWork } from '#lab/datasets/text-reading.ts'
import { serveWork } from '#lab/threads/thread-server.ts'

serveWork(textWork)
