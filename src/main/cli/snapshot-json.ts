// What `charscope info --json` prints of a snapshot.
import type { ArrayFigures, SnapshotDescription } from '#core/contract/snapshots.ts'

type Summarised = Omit<ArrayFigures, 'histogram'>

function summarised(arrays: Record<string, ArrayFigures>): Record<string, Summarised> {
  const entries = Object.entries(arrays).map(([name, figures]) => {
    const { shape, mean, standardDeviation, minimum, maximum, norm } = figures
    return [name, { shape, mean, standardDeviation, minimum, maximum, norm }] as const
  })
  return Object.fromEntries(entries)
}

/** Null stands for what the file does not tell. `smoothLoss` is in nats a sequence. */
export function snapshotJson({ snapshot, parameters, adagradMemory, settings, otherMembers }: SnapshotDescription) {
  const { fileName, bytes, hiddenSize, vocabulary, parameterCount, iteration, smoothLoss, dataset, dataSize } = snapshot
  const characters = Array.from(vocabulary)
  return {
    file: fileName,
    bytes,
    hiddenSize,
    vocabularySize: characters.length,
    vocabulary: characters,
    parameterCount,
    iteration,
    smoothLoss,
    dataset,
    dataSize,
    settings,
    parameters: summarised(parameters),
    adagradMemory: adagradMemory && summarised(adagradMemory),
    otherMembers,
  }
}
