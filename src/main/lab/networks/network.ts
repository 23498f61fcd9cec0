// A network as a thread works with it, and as it is sent there.
import type { NetworkSizes, Parameters } from '#core/rnn/layout.ts'
import { runStateViews, type StateSizes } from '#core/training/run-state.ts'
import { readSnapshotFile } from '../snapshots/snapshot-file.ts'

export interface Network {
  parameters: Parameters
  sizes: NetworkSizes
  codePoints: readonly number[]
  iteration: number | null
}

/** A network as it is sent to the thread: where its file is, or a run's state. */
export type GivenNetwork =
  { path: string } | { values: Float64Array; sizes: StateSizes; codePoints: number[]; iteration: number }

export async function takeNetwork(given: GivenNetwork): Promise<Network> {
  if ('path' in given) {
    const { parameters, sizes, vocabulary, resume } = (await readSnapshotFile(given.path)).snapshot
    return { parameters, sizes, codePoints: vocabulary.codePoints, iteration: resume?.iteration ?? null }
  }
  const { values, sizes, codePoints, iteration } = given
  return { parameters: runStateViews(values, sizes).parameters, sizes, codePoints, iteration }
}
