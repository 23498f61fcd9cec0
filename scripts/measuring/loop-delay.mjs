// Loaded into a process before its own code (`node --import`): on every message from its parent it answers how late its
// event loop was since the last one, and how much memory the process holds.
import { monitorEventLoopDelay } from 'node:perf_hooks'

const RESOLUTION_MS = 5
const MEBIBYTE = 2 ** 20

const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
histogram.enable()

process.on('message', () => {
  const { rss, heapUsed } = process.memoryUsage()
  process.send?.({
    medianMs: histogram.percentile(50) / 1e6,
    p99Ms: histogram.percentile(99) / 1e6,
    longestMs: histogram.max / 1e6,
    residentMebibytes: rss / MEBIBYTE,
    heapMebibytes: heapUsed / MEBIBYTE,
  })
  histogram.reset()
})
// Must not keep a process alive that has nothing else to do.
process.channel?.unref()
