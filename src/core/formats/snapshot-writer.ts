// Saves a snapshot as the course's scripts expect it: the same keys, and values that answer to .tolist(). An .npz also
// opens where pickles are not allowed, but for its dictionaries; a .pkl holds the same arrays in a dictionary.
import { PARAMETERS, type Parameters } from '../rnn/layout.ts'
import { CHARACTER_SIZE, Dtype, numberDtype } from './dtype.ts'
import { FormatError } from './format-errors.ts'
import { NdArray } from './nd-array.ts'
import { readNpy, writeNpy } from './npy.ts'
import { writeNpz } from './npz.ts'
import { nativeString, writePickle } from './pickle-writer.ts'
import { ByteString, Dictionary, NumpyScalar, type PythonValue } from './python-values.ts'
import { memoryName, shapeOf } from './snapshot-arrays.ts'
import { NPY_SUFFIX } from './snapshot-members.ts'
import { resumeArrays } from './snapshot-resume.ts'
import { integerArray, objectArray } from './snapshot-values.ts'
import type { Extra, Snapshot, SnapshotVocabulary } from './snapshot.ts'

const LAST_ASCII = 0x7f

/** How a character is written in a dictionary: as Python 2's str, which Python 3 decodes, or as Unicode. */
type Spell = (codePoint: number) => string | ByteString
const asStr: Spell = (codePoint) => new ByteString(Uint8Array.of(codePoint), 'str')
const asBytes: Spell = (codePoint) => new ByteString(Uint8Array.of(codePoint), 'bytes')
const asUnicode: Spell = (codePoint) => String.fromCodePoint(codePoint)

function parameterArrays(
  parameters: Parameters,
  { sizes }: Snapshot,
  nameOf: (name: string) => string,
): [string, NdArray][] {
  return PARAMETERS.map((parameter) => {
    const array = new NdArray(numberDtype('f8'), shapeOf(parameter, sizes), parameters[parameter.name])
    return [nameOf(parameter.name), array]
  })
}

/** (V,), |S1 or <U1; objects where the character zero is among them, which NumPy would take for an empty string. */
function characterArray({ codePoints, encoding }: SnapshotVocabulary): NdArray {
  const shape = [codePoints.length]
  if (codePoints.includes(0)) return objectArray(codePoints.map(encoding === 'utf-8' ? asUnicode : asBytes), shape)
  if (encoding === 'utf-8')
    return new NdArray(new Dtype('U', CHARACTER_SIZE), shape, codePoints.map(asUnicode) as string[])
  return new NdArray(new Dtype('S', 1), shape, codePoints.map(asBytes) as ByteString[])
}

function vocabularyArrays(vocabulary: SnapshotVocabulary, spellOne: Spell): [string, NdArray][] {
  const characters = vocabulary.codePoints.map(spellOne)
  const dictionary = (entryOf: (character: PythonValue, index: bigint) => [PythonValue, PythonValue]): NdArray =>
    objectArray([new Dictionary(characters.map((character, i) => entryOf(character, BigInt(i))))])
  return [
    ['chars', characterArray(vocabulary)],
    ['vocab_size', integerArray(characters.length)],
    ['char_to_ix', dictionary((character, index) => [character, index])],
    ['ix_to_char', dictionary((character, index) => [index, character])],
  ]
}

function arraysOf(snapshot: Snapshot, spellOne: Spell): Map<string, NdArray> {
  const { parameters, adagradMemory, vocabulary, dataSize, resume } = snapshot
  return new Map([
    ...parameterArrays(parameters, snapshot, (name) => name),
    ...(adagradMemory ? parameterArrays(adagradMemory, snapshot, memoryName) : []),
    ...vocabularyArrays(vocabulary, spellOne),
    ...(dataSize === null ? [] : [['data_size', integerArray(dataSize)] as const]),
    ...(resume ? resumeArrays(resume) : []),
  ])
}

function arrayOf(value: PythonValue): NdArray {
  if (value instanceof NdArray) return value
  return value instanceof NumpyScalar ? value.array : objectArray([value])
}

/**
 * The bytes of an .npz, the same for the same snapshot. numpy.load reads its dictionaries with allow_pickle=True under
 * any encoding: a byte above 0x7f, which the default (ASCII) would refuse, is the character of the same code there.
 */
export function snapshotToNpz(snapshot: Snapshot): Uint8Array {
  const { codePoints } = snapshot.vocabulary
  const members = new Map<string, Uint8Array>()
  const spellOne = codePoints.every((codePoint) => codePoint <= LAST_ASCII) ? asStr : asUnicode
  for (const [name, array] of arraysOf(snapshot, spellOne)) members.set(name + NPY_SUFFIX, writeNpy(array))
  for (const [name, extra] of snapshot.extras) {
    const [member, bytes] = extra instanceof Uint8Array ? [name, extra] : [name + NPY_SUFFIX, writeNpy(arrayOf(extra))]
    if (!members.has(member)) members.set(member, bytes)
  }
  return writeNpz(members)
}

/** An extra as a dictionary's entry; null when it is not an array that is read here. */
function entryOfExtra(name: string, extra: Extra): [string, PythonValue] | null {
  if (!(extra instanceof Uint8Array)) return [name, extra]
  if (!name.endsWith(NPY_SUFFIX)) return null
  const key = name.slice(0, -NPY_SUFFIX.length)
  try {
    return [key, readNpy(extra, key)]
  } catch (error) {
    if (error instanceof FormatError) return null
    throw error
  }
}

/**
 * The bytes of a .pkl: protocol 2, keys as Python 2's str, so that pickle.load has them as text, or as bytes with
 * encoding='bytes'. A vocabulary with bytes above 0x7f loads with that encoding or with 'latin1'.
 *
 * @returns `leftOut` names the extra members of an .npz that cannot be in a pickle
 */
export function snapshotToPickle(snapshot: Snapshot): { bytes: Uint8Array; leftOut: string[] } {
  const values = new Map<string, PythonValue>(
    arraysOf(snapshot, snapshot.vocabulary.encoding === 'utf-8' ? asUnicode : asStr),
  )
  const leftOut: string[] = []
  for (const [name, extra] of snapshot.extras) {
    const entry = entryOfExtra(name, extra)
    if (!entry) leftOut.push(name)
    else if (!values.has(entry[0])) values.set(...entry)
  }
  const root = new Dictionary([...values].map(([name, value]) => [nativeString(name), value]))
  return { bytes: writePickle(root), leftOut }
}
