// The text to train on from a snapshot: read by the snapshot's vocabulary, whichever text it is.
import type { DatasetStore, OpenedText } from '../datasets/dataset-store.ts'
import { LabError } from '../lab-error.ts'
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
  const options = { encoding: state.encoding ?? 'auto', vocabularyOrder: state.vocabularyOrder } as const
  const text = await datasets.open(id, options, state.codePoints)
  const hasChanged = datasetId === undefined && text.description.sha256 !== state.datasetSha256
  if (hasChanged) throw new LabError('dataset-changed', { file: text.dataset.fileName })
  return text
}
