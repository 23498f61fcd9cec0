// The metrics of every iteration on their way from the training thread to its reader: a ring in shared memory with one
// writer and one reader. Nothing is lost: a writer that has filled the ring waits for the reader.
import { readWord, wake, writeWord } from './control.ts'
import type { RunMemory } from './run-memory.ts'

/** Fields of one entry, in order. */
export const METRICS = [
  'iteration',
  'loss', // nats a sequence
  'smoothLoss', // nats a sequence
  'gradientNorm', // before clipping
  'clippedShare', // of all gradient entries, 0..1
  'parameterNorm', // after the update
] as const

export type Metrics = Record<(typeof METRICS)[number], number>

type Ring = Pick<RunMemory, 'control' | 'metrics'>

function capacityOf(metrics: Float64Array): number {
  return metrics.length / METRICS.length
}

export function metricsHaveRoom({ control, metrics }: Ring): boolean {
  return readWord(control, 'metricsWritten') - readWord(control, 'metricsRead') < capacityOf(metrics)
}

/** Appends one entry; the caller has made sure that there is room. */
export function writeMetrics({ control, metrics }: Ring, entry: Metrics): void {
  const written = readWord(control, 'metricsWritten')
  const start = (written % capacityOf(metrics)) * METRICS.length
  for (let field = 0; field < METRICS.length; field++) metrics[start + field] = entry[METRICS[field]!]
  writeWord(control, 'metricsWritten', written + 1)
}

/** Hands every unread entry to `take`, oldest first, in one object that is used again for the next. */
export function readMetrics({ control, metrics }: Ring, take: (entry: Metrics) => void): void {
  const written = readWord(control, 'metricsWritten')
  const read = readWord(control, 'metricsRead')
  if (read === written) return
  const entry = Object.fromEntries(METRICS.map((name) => [name, 0])) as Metrics
  for (let index = read; index < written; index++) {
    const start = (index % capacityOf(metrics)) * METRICS.length
    for (let field = 0; field < METRICS.length; field++) entry[METRICS[field]!] = metrics[start + field]!
    take(entry)
  }
  writeWord(control, 'metricsRead', written)
  wake(control)
}
