// What the lab saves, read back by Python with NumPy as the course's scripts read it: the same bits, keys and types
// under every encoding that the scripts may ask for. Skipped where there is no NumPy.
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readSnapshot } from '#core/formats/snapshot-reader.ts'
import { snapshotToNpz, snapshotToPickle } from '#core/formats/snapshot-writer.ts'
import type { ResumeState, Snapshot } from '#core/formats/snapshot.ts'
import { RandomState, allocateRandomStateMemory } from '#core/random/random-state.ts'
import { PARAMETERS } from '#core/rnn/layout.ts'
import { jsonFromPython, python } from './python.ts'
import { smallSnapshot } from '../core/formats/small-snapshots.ts'

const READER = resolve(import.meta.dirname, 'read_snapshot.py')
const COURSE_FILE = resolve(import.meta.dirname, '../../../shared/data/char-rnn-snapshot.npz')

interface Found {
  keyType: string[]
  names: string[]
  matrices: Record<string, { dtype: string; shape: number[]; order: string; sha256: string }>
  lists: Record<string, unknown>
  resume?: Record<string, unknown>
  hprev?: { shape: number[]; sha256: string }
  draw?: number
}

if (!python) console.warn('SKIPPED: there is no python3 with NumPy, so saved snapshots were not read back')

const folder = mkdtempSync(join(tmpdir(), 'charscope-formats-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function readByPython(extension: string, bytes: Uint8Array, encoding: string): Found {
  const file = join(folder, `snapshot.${extension}`)
  writeFileSync(file, bytes)
  return jsonFromPython<Found>(READER, file, encoding)
}

function sha256(values: Float64Array): string {
  return createHash('sha256')
    .update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    .digest('hex')
}

function expectedMatrices({ parameters, adagradMemory, sizes }: Snapshot): Found['matrices'] {
  const sides = { ...sizes, one: 1 }
  const rows = PARAMETERS.flatMap(({ name, rows, columns }) =>
    [[name, parameters[name]] as const, [`m${name}`, adagradMemory![name]] as const].map(([key, values]) => {
      return [key, { dtype: '<f8', shape: [sides[rows], sides[columns]], order: 'C', sha256: sha256(values) }]
    }),
  )
  return Object.fromEntries(rows) as Found['matrices']
}

type Spelling = 'str' | 'bytes'

function expectedLists({ vocabulary, dataSize }: Snapshot, chars: Spelling, keys: Spelling): Found['lists'] {
  const spelled = (spelling: Spelling) =>
    vocabulary.codePoints.map((one) => ({ [spelling]: String.fromCodePoint(one) }))
  return {
    chars: spelled(chars),
    data_size: { int: dataSize },
    vocab_size: { int: vocabulary.codePoints.length },
    char_to_ix: spelled(keys).map((character, index) => [character, { int: index }]),
    ix_to_char: spelled(keys).map((character, index) => [{ int: index }, character]),
  }
}

const open = (name: string): Snapshot => readSnapshot(smallSnapshot(name).bytes)
const ASCII = open('Python 3: stored, npz')
const BYTES = open('Python 3: bytes, npz')
const TEXT = open('Python 3: deflated, npz')
const ZERO = open('Python 3: the character zero, npz')
const COURSE = existsSync(COURSE_FILE) ? readSnapshot(readFileSync(COURSE_FILE)) : null
if (!COURSE) console.warn('SKIPPED: the course’s snapshot is not beside this checkout, so it was not saved again')

interface Case {
  name: string
  snapshot: Snapshot
  extension: 'npz' | 'pkl'
  encoding: string
  chars: Spelling
  keys: Spelling
}

/** How Python spells the entries of `chars` and the characters of the dictionaries, by file and encoding. */
function cases(name: string, snapshot: Snapshot, spellings: [Case['extension'], string, Spelling, Spelling][]): Case[] {
  return spellings.map(([extension, encoding, chars, keys]) => ({ name, snapshot, extension, encoding, chars, keys }))
}

const AS_THE_COURSE: [Case['extension'], string, Spelling, Spelling][] = [
  ['npz', 'ASCII', 'bytes', 'str'],
  ['npz', 'latin1', 'bytes', 'str'],
  ['npz', 'bytes', 'bytes', 'bytes'],
  ['pkl', 'ASCII', 'bytes', 'str'],
  ['pkl', 'latin1', 'bytes', 'str'],
  ['pkl', 'bytes', 'bytes', 'bytes'],
]

const CASES: Case[] = [
  ...(COURSE ? cases('the course’s', COURSE, AS_THE_COURSE) : []),
  ...cases('ASCII', ASCII, AS_THE_COURSE),
  ...cases('the character zero', ZERO, AS_THE_COURSE),
  ...cases('bytes above 0x7f', BYTES, [
    ['npz', 'ASCII', 'bytes', 'str'],
    ['npz', 'latin1', 'bytes', 'str'],
    ['npz', 'bytes', 'bytes', 'str'],
    ['pkl', 'latin1', 'bytes', 'str'],
    ['pkl', 'bytes', 'bytes', 'bytes'],
  ]),
  ...cases(
    'Unicode',
    TEXT,
    AS_THE_COURSE.map(([extension, encoding]) => [extension, encoding, 'str', 'str']),
  ),
]

describe.skipIf(!python)('Python reads back', () => {
  it.each(CASES)('$name, .$extension, encoding $encoding', ({ snapshot, extension, encoding, chars, keys }) => {
    const bytes = extension === 'npz' ? snapshotToNpz(snapshot) : snapshotToPickle(snapshot).bytes
    const found = readByPython(extension, bytes, encoding)
    expect(found.matrices).toEqual(expectedMatrices(snapshot))
    expect(found.lists).toEqual(expectedLists(snapshot, chars, keys))
    expect(found.keyType).toEqual([extension === 'pkl' && encoding === 'bytes' ? 'bytes' : 'str'])
  })

  const generator = allocateRandomStateMemory()
  const random = new RandomState(generator)
  random.seed(7)
  // An odd number of draws, so that the second of a pair is kept.
  for (let draw = 0; draw < 1001; draw++) random.randn()
  const resume: ResumeState = {
    iteration: 5000,
    position: 125_000,
    smoothLoss: 54.25,
    hprev: [Float64Array.of(0.1, -1, 1 / 3)],
    hyperparameters: { learningRate: 0.1, clip: 5, sampleTemperature: null, order: 'sorted' },
    datasetName: '红楼梦.txt',
    datasetSha256: 'ab'.repeat(32),
    generator,
  }

  it.each([
    ['npz', 'ASCII'],
    ['npz', 'bytes'],
    ['pkl', 'latin1'],
    ['pkl', 'bytes'],
  ] as const)('what a run needs to go on: .%s, encoding %s', (extension, encoding) => {
    const snapshot = { ...ASCII, resume }
    const bytes = extension === 'npz' ? snapshotToNpz(snapshot) : snapshotToPickle(snapshot).bytes
    const found = readByPython(extension, bytes, encoding)
    const key = encoding === 'bytes' ? 'bytes' : 'str'
    expect(found.resume).toEqual({
      iteration: { int: 5000 },
      position: { int: 125_000 },
      smooth_loss: { float: 54.25 },
      hyperparameters: [
        [{ [key]: 'learningRate' }, { float: 0.1 }],
        [{ [key]: 'clip' }, { int: 5 }],
        [{ [key]: 'sampleTemperature' }, { NoneType: null }],
        [{ [key]: 'order' }, { str: 'sorted' }],
      ],
      dataset_name: { str: '红楼梦.txt' },
      dataset_sha256: { str: 'ab'.repeat(32) },
    })
    expect(found.hprev).toMatchObject({ shape: [3, 1], sha256: sha256(resume.hprev[0]!) })
    expect(found.lists).toEqual(expectedLists(ASCII, 'bytes', key))
    const draw = new RandomState({ words: generator.words.slice(), gauss: generator.gauss.slice() }).randn()
    expect(found.draw).toBe(draw)
  })
})
