// The text to train on from a snapshot: read by the snapshot's vocabulary, whichever text it is; from its start when it
// is not the one that the snapshot was trained on.
import { runStateViews, TOTALS } from '#core/training/run-state.ts'
import type { DatasetStore, OpenedText } from '../datasets/dataset-store.ts'
import { LabError } from '../lab-error.ts'
import { encodingFor } from '../datasets/text-encoding.ts'
import type { ResumableState } from './run-snapshot.ts'

/**
 * @param datasetId a text that the user chose; without it the one that the snapshot was trained on
 * @throws LabError when that is not known or has changed, or when the text has characters that the snapshot has not
 */
export async function openTextOf(
  state: ResumableState,
  datasets: DatasetStore,
  datasetId?: string,
): Promise<OpenedText> {
  const id = datasetId ?? state.datasetId
  if (id === null) throw new LabError('snapshot-without-text')
  const { vocabularyOrder, codePoints } = state
  const text = await datasets.open(id, { encoding: encodingFor(id, state), vocabularyOrder }, codePoints)
  if (text.description.sha256 !== state.datasetSha256) {
    if (datasetId === undefined) throw new LabError('dataset-changed', { file: text.dataset.fileName })
    goToStart(state)
  }
  return text
}

/** Where the network was in one text, and what it remembered of it, means nothing in another. */
function goToStart({ values, sizes }: ResumableState): void {
  const { totals, hprev } = runStateViews(values, sizes)
  totals[TOTALS.position] = 0
  hprev.fill(0)
}
