// How the streams of a batch share the rows of the kernel's arrays: in groups whose states go through a product together.
// Within a group rows lie step by step, the streams of a step side by side.

/** Eight streams make the most of a matrix that was fetched; a small batch leaves a second thread something to do. */
function groupStreams(batch: number): number {
  return batch >= 16 ? 8 : 4
}

export interface StreamGroup {
  firstStream: number
  streams: number
  firstRow: number
}

export function streamGroups(batch: number, sequenceLength: number): StreamGroup[] {
  const size = groupStreams(batch)
  return Array.from({ length: Math.ceil(batch / size) }, (_, group) => {
    const firstStream = group * size
    const streams = Math.min(size, batch - firstStream)
    return { firstStream, streams, firstRow: firstStream * sequenceLength }
  })
}

/** Threads that a batch can use. */
export function usefulThreads(batch: number): number {
  return Math.ceil(batch / groupStreams(batch))
}
