// The thread that writes at several temperatures, so that neither a window nor the snapshots wait for it.
import { samplingWork } from '#lab/temperatures/sampling-work.ts'
import { serveWork } from '#lab/threads/thread-server.ts'

serveWork(samplingWork)
