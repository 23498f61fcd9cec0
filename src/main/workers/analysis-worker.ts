// The thread that answers questions about networks, so that no window waits for a text to be read.
import { analysisWork } from '#lab/analysis/analysis-work.ts'
import { serveWork } from '#lab/threads/thread-server.ts'

serveWork(analysisWork)
