// The lab's own keys in a snapshot: what a run needs to go on exactly. They are read only where the lab's mark is, since
// another program may use the same words for other things. The generator's keys are what numpy.random.set_state takes.
import { KEY_LENGTH } from '../random/mersenne-twister.ts'
import type { NetworkSizes } from '../rnn/layout.ts'
import { FormatError } from './format-errors.ts'
import { shapeText, type NdArray } from './nd-array.ts'
import { columns, count, dictionary, finiteNumber, text, words, type Kind } from './snapshot-kinds.ts'
import type { SnapshotMembers } from './snapshot-members.ts'
import type { Hyperparameter, ResumeState } from './snapshot.ts'

const FORMAT = 1

interface ResumeValues {
  charscope_format: number
  iteration: number
  position: number
  smooth_loss: number
  hprev: Float64Array[]
  hyperparameters: Record<string, Hyperparameter>
  dataset_name: string
  dataset_sha256: string
  generator_key: Uint32Array
  generator_position: number
  generator_has_gauss: number
  generator_gauss: number
}

type ResumeKey = keyof ResumeValues

const KINDS: { readonly [Key in ResumeKey]: Kind<ResumeValues[Key]> } = {
  charscope_format: count(),
  iteration: count(),
  position: count(),
  smooth_loss: finiteNumber,
  hprev: columns,
  hyperparameters: dictionary,
  dataset_name: text,
  dataset_sha256: text,
  generator_key: words(KEY_LENGTH),
  generator_position: count(KEY_LENGTH),
  generator_has_gauss: count(1),
  generator_gauss: finiteNumber,
}

const MARK = 'charscope_format'
export const RESUME_KEYS = Object.keys(KINDS) as ResumeKey[]

function readValue<Key extends ResumeKey>(members: SnapshotMembers, key: Key): ResumeValues[Key] {
  const value = members.read(key)
  if (value === undefined) {
    throw new FormatError('snapshot-array-missing', { array: key, needed: RESUME_KEYS.join(', ') })
  }
  return KINDS[key].read(value, key)
}

function writeValue<Key extends ResumeKey>(values: ResumeValues, key: Key): NdArray {
  return KINDS[key].write(values[key])
}

/** null where the lab's mark is not. @throws FormatError when a key is missing or of another kind */
export function readResumeState(members: SnapshotMembers, { hiddenSize }: NetworkSizes): ResumeState | null {
  if (members.read(MARK) === undefined) return null
  const version = readValue(members, MARK)
  if (version !== FORMAT) throw new FormatError('snapshot-newer', { version, known: FORMAT })
  const hprev = readValue(members, 'hprev')
  const rows = hprev[0]?.length ?? 0
  if (rows !== hiddenSize) {
    const shapes = { found: shapeText([rows, hprev.length]), expected: shapeText([hiddenSize, hprev.length]) }
    throw new FormatError('snapshot-shape', { array: 'hprev', ...shapes })
  }
  const key = readValue(members, 'generator_key')
  return {
    iteration: readValue(members, 'iteration'),
    position: readValue(members, 'position'),
    smoothLoss: readValue(members, 'smooth_loss'),
    hprev,
    hyperparameters: readValue(members, 'hyperparameters'),
    datasetName: readValue(members, 'dataset_name'),
    datasetSha256: readValue(members, 'dataset_sha256'),
    generator: {
      words: Uint32Array.of(
        ...key,
        readValue(members, 'generator_position'),
        readValue(members, 'generator_has_gauss'),
      ),
      gauss: Float64Array.of(readValue(members, 'generator_gauss')),
    },
  }
}

/** The lab's own members by name. */
export function resumeArrays(resume: ResumeState): [string, NdArray][] {
  const { iteration, position, smoothLoss, hprev, hyperparameters, datasetName, datasetSha256, generator } = resume
  const [generatorPosition = 0, hasGauss = 0] = generator.words.subarray(KEY_LENGTH)
  const values: ResumeValues = {
    charscope_format: FORMAT,
    iteration,
    position,
    smooth_loss: smoothLoss,
    hprev,
    hyperparameters,
    dataset_name: datasetName,
    dataset_sha256: datasetSha256,
    generator_key: generator.words.subarray(0, KEY_LENGTH),
    generator_position: generatorPosition,
    generator_has_gauss: hasGauss,
    generator_gauss: generator.gauss[0] ?? 0,
  }
  return RESUME_KEYS.map((key) => [key, writeValue(values, key)])
}
