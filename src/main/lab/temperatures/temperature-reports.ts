// A snapshot file at several temperatures, once and for all: for the terminal, which takes nothing into the library.
import type { TemperatureReport, TemperatureRequest } from '#core/contract/temperatures.ts'
import type { DatasetStore } from '../datasets/dataset-store.ts'
import { promptIndices, requireKnown } from '../snapshots/completions.ts'
import type { SnapshotStore } from '../snapshots/snapshot-store.ts'
import { SamplingThread } from './sampling-thread.ts'

const EVERYTHING = { topK: null, topP: null }

/** @throws LabError when the file is no snapshot, or when it does not know a character of the prompt */
export async function reportTemperatures(
  path: string,
  request: TemperatureRequest,
  { workersFolder, datasets, snapshots }: { workersFolder: string; datasets: DatasetStore; snapshots: SnapshotStore },
): Promise<TemperatureReport[]> {
  const { temperatures, prompt, length, seed, datasetId } = request
  const { codePoints, ...learned } = await snapshots.thread.ask('resume', { path })
  requireKnown(promptIndices(codePoints, prompt).unknown)
  const thread = new SamplingThread(workersFolder, datasets)
  const materials = {
    network: { key: path, given: () => ({ path }), datasetId: learned.datasetId, encoding: learned.encoding },
    datasetId,
  }
  try {
    const reading = await thread.ask('readingEntropies', { temperatures }, materials)
    const reports: TemperatureReport[] = []
    for (const [i, temperature] of temperatures.entries()) {
      const order = { rule: { temperature, ...EVERYTHING }, prompt, seed, length }
      const { text, writingBits, statistics } = await thread.ask('writeOnce', order, materials)
      const entropyBits = reading.entropies?.[i] ?? writingBits
      reports.push({ temperature, text, entropyBits, entropyWhileWritingBits: writingBits, ...statistics })
    }
    return reports
  } finally {
    await thread.close()
  }
}
