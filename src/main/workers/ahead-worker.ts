// The thread that reads the second half of a long text while the analysis thread reads the first.
import { aheadWork } from '#lab/analysis/ahead-work.ts'
import { serveWork } from '#lab/threads/thread-server.ts'

serveWork(aheadWork)
