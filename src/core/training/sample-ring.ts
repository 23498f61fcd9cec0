// The samples drawn while training on their way to the reader: a ring in shared memory, like that of the metrics.
import { readWord, wake, writeWord } from './control.ts'
import type { RunMemory } from './run-memory.ts'

/** Int32 words before the characters of a slot: the iteration. */
export const SAMPLE_HEADER = 1

type Ring = Pick<RunMemory, 'control' | 'samples' | 'sizes'>

function slotLength({ sizes }: Ring): number {
  return SAMPLE_HEADER + sizes.sampleLength
}

function capacityOf(ring: Ring): number {
  return ring.samples.length / slotLength(ring)
}

export function samplesHaveRoom(ring: Ring): boolean {
  return readWord(ring.control, 'samplesWritten') - readWord(ring.control, 'samplesRead') < capacityOf(ring)
}

/** Appends a sample: `draw` fills the slot's (sampleLength) vocabulary indices. The caller has made sure of room. */
export function writeSample(ring: Ring, iteration: number, draw: (indices: Int32Array) => void): void {
  const written = readWord(ring.control, 'samplesWritten')
  const start = (written % capacityOf(ring)) * slotLength(ring)
  ring.samples[start] = iteration
  draw(ring.samples.subarray(start + SAMPLE_HEADER, start + slotLength(ring)))
  writeWord(ring.control, 'samplesWritten', written + 1)
}

/** Hands every unread sample to `take`, oldest first; `indices` is a view that is overwritten later. */
export function readSamples(ring: Ring, take: (iteration: number, indices: Int32Array) => void): void {
  const written = readWord(ring.control, 'samplesWritten')
  const read = readWord(ring.control, 'samplesRead')
  if (read === written) return
  for (let index = read; index < written; index++) {
    const start = (index % capacityOf(ring)) * slotLength(ring)
    take(ring.samples[start]!, ring.samples.subarray(start + SAMPLE_HEADER, start + slotLength(ring)))
  }
  writeWord(ring.control, 'samplesRead', written)
  wake(ring.control)
}
