// Opens a snapshot, .npz or .pkl by its content, and accepts it only when all of it fits together.
import { PARAMETERS } from '../rnn/layout.ts'
import { FormatError } from './format-errors.ts'
import { memoryName, readAdagradMemory, readParameters, readSizes } from './snapshot-arrays.ts'
import { openMembers, type SnapshotMembers } from './snapshot-members.ts'
import { readResumeState, RESUME_KEYS } from './snapshot-resume.ts'
import { integerOf, pythonTypeOf } from './snapshot-values.ts'
import { readVocabulary } from './snapshot-vocabulary.ts'
import type { Snapshot } from './snapshot.ts'

const DATA_SIZE = 'data_size'
const COURSE_KEYS: readonly string[] = [
  ...PARAMETERS.flatMap(({ name }) => [name, memoryName(name)]),
  ...['chars', DATA_SIZE, 'vocab_size', 'char_to_ix', 'ix_to_char'],
]

function readDataSize(members: SnapshotMembers): number | null {
  const value = members.read(DATA_SIZE)
  if (value === undefined) return null
  const dataSize = integerOf(value)
  if (dataSize !== null && dataSize >= 0) return dataSize
  const found = dataSize ?? pythonTypeOf(value)
  throw new FormatError('snapshot-number', { array: DATA_SIZE, found, least: 0, most: Number.MAX_SAFE_INTEGER })
}

/**
 * The snapshot in a file of these bytes. Its arrays are float64, row by row, whatever they were in the file.
 *
 * @throws FormatError saying which array is wrong and what was expected; its `{file}` is the caller's to add
 */
export function readSnapshot(bytes: Uint8Array): Snapshot {
  const members = openMembers(bytes)
  const sizes = readSizes(members)
  const resume = readResumeState(members, sizes)
  return {
    sizes,
    parameters: readParameters(members, sizes),
    adagradMemory: readAdagradMemory(members, sizes),
    vocabulary: readVocabulary(members, sizes),
    dataSize: readDataSize(members),
    resume,
    extras: members.extras(new Set(resume ? [...COURSE_KEYS, ...RESUME_KEYS] : COURSE_KEYS)),
  }
}
