// The thread that reads, writes and computes on snapshots, so that no window waits for a network.
import { snapshotWork } from '#lab/snapshots/snapshot-work.ts'
import { serveWork } from '#lab/threads/thread-server.ts'

serveWork(snapshotWork)
