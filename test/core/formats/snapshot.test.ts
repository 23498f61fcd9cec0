// Small snapshots of every flavour that Python scripts write: opened, saved in both formats, and opened again.
import { describe, expect, it } from 'vitest'
import { readNpz } from '#core/formats/npz.ts'
import { readSnapshot } from '#core/formats/snapshot-reader.ts'
import { snapshotToNpz, snapshotToPickle } from '#core/formats/snapshot-writer.ts'
import type { ResumeState, Snapshot } from '#core/formats/snapshot.ts'
import { PARAMETERS } from '#core/rnn/layout.ts'
import { ARRAY_BYTES, DATA_SIZE, SMALL_SNAPSHOTS, smallSnapshot } from './small-snapshots.ts'
import { hexadecimal, tagged } from './tagged.ts'

const bytesOf = (values: Float64Array): string =>
  hexadecimal(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))

describe.each(SMALL_SNAPSHOTS)('$name', ({ name, bytes, codePoints, encoding }) => {
  const snapshot = readSnapshot(bytes)
  const isBare = name.includes('no memories')

  it('has the arrays that were saved, to the last bit', () => {
    expect(snapshot.sizes).toEqual({ hiddenSize: 3, vocabularySize: 5 })
    for (const parameter of PARAMETERS) {
      expect(bytesOf(snapshot.parameters[parameter.name]), parameter.name).toBe(ARRAY_BYTES.get(parameter.name))
      const memory = snapshot.adagradMemory?.[parameter.name]
      expect(memory && bytesOf(memory)).toBe(isBare ? undefined : ARRAY_BYTES.get(`m${parameter.name}`))
    }
  })

  it('has the vocabulary that was saved', () => {
    expect(snapshot.vocabulary).toEqual({ codePoints, encoding })
    expect(snapshot.dataSize).toBe(isBare ? null : DATA_SIZE)
    expect(snapshot.resume).toBeNull()
  })

  it('is the same after saving as .npz', () => {
    expect(readSnapshot(snapshotToNpz(snapshot))).toEqual({ ...snapshot, extras: expect.any(Map) as unknown })
  })

  it('is the same after saving as .pkl', () => {
    const { bytes: saved } = snapshotToPickle(snapshot)
    expect(readSnapshot(saved)).toEqual({ ...snapshot, extras: expect.any(Map) as unknown })
  })
})

describe('what the lab knows nothing of', () => {
  const npz = readSnapshot(smallSnapshot('Python 3: extra members, npz').bytes)
  const pickled = readSnapshot(smallSnapshot('Python 3: extra values, protocol 3').bytes)

  it('is kept from .npz to .npz, byte for byte', () => {
    const names = ['notes.npy', 'history.npy', 'table.npy', 'iteration.npy']
    expect([...npz.extras.keys()].sort()).toEqual([...names].sort())
    const saved = readNpz(snapshotToNpz(npz))
    for (const name of names) expect(saved.get(name), name).toEqual(npz.extras.get(name))
    const withFile = readSnapshot(smallSnapshot('Python 3: members reversed, a file among them, npz').bytes)
    expect(readNpz(snapshotToNpz(withFile)).get('read me.txt')).toEqual(new TextEncoder().encode('not an array'))
  })

  it('is kept from .npz to .pkl, but for what is said to be left out', () => {
    const { bytes, leftOut } = snapshotToPickle(npz)
    expect(leftOut).toEqual(['table.npy'])
    const { extras } = readSnapshot(bytes)
    expect(tagged(extras.get('history') as never)).toEqual({
      array: { dtype: 'f8', shape: [3], data: `${'00'.repeat(8)}000000000000f03f0000000000000040` },
    })
    expect([...extras.keys()].sort()).toEqual(['history', 'iteration', 'notes'])
  })

  it('is kept from .pkl to .pkl and to .npz', () => {
    expect(pickled.extras.get('notes')).toBe('mine')
    expect(readSnapshot(snapshotToPickle(pickled).bytes).extras).toEqual(pickled.extras)
    const asNpz = readSnapshot(snapshotToNpz(pickled))
    expect(readSnapshot(snapshotToPickle(asNpz).bytes).extras.get('history')).toEqual(pickled.extras.get('history'))
  })
})

describe('the state of a run', () => {
  const plain = readSnapshot(smallSnapshot('Python 3: stored, npz').bytes)
  const resume: ResumeState = {
    iteration: 5000,
    position: 125_000,
    smoothLoss: 54.123456789,
    hprev: [Float64Array.of(0.1, -1, 1 / 3), Float64Array.of(2, 0, -0.25)],
    hyperparameters: {
      learningRate: 0.1,
      sequenceLength: 25,
      clip: 5,
      sampleTemperature: null,
      order: 'sorted',
      hot: true,
    },
    datasetName: '红楼梦 \u{1f600}.txt',
    datasetSha256: 'ab'.repeat(32),
    generator: {
      words: Uint32Array.from({ length: 626 }, (_, i) => (i < 624 ? i * 6_700_417 : i - 624)),
      gauss: Float64Array.of(-0.7),
    },
  }
  const snapshot: Snapshot = { ...plain, resume }

  it.each([
    ['.npz', snapshotToNpz(snapshot)],
    ['.pkl', snapshotToPickle(snapshot).bytes],
  ])('survives %s', (_, bytes) => {
    expect(readSnapshot(bytes)).toEqual(snapshot)
  })

  it('takes the place of extra members with its names', () => {
    const foreign = readSnapshot(smallSnapshot('Python 3: extra members, npz').bytes)
    const saved = readSnapshot(snapshotToNpz({ ...foreign, resume }))
    expect(saved.resume).toEqual(resume)
    expect([...saved.extras.keys()].sort()).toEqual(['history.npy', 'notes.npy', 'table.npy'])
  })

  it('gives the same bytes for the same snapshot', () => {
    expect(snapshotToNpz(snapshot)).toEqual(snapshotToNpz(readSnapshot(snapshotToNpz(snapshot))))
  })

  it('is written out of shared memory', () => {
    const words = new Uint32Array(new SharedArrayBuffer(4 * 626))
    words.set(resume.generator.words)
    const hprev = new Float64Array(new SharedArrayBuffer(24))
    hprev.set(resume.hprev[0]!)
    const states = [hprev, resume.hprev[1]!]
    const shared = {
      ...snapshot,
      resume: { ...resume, hprev: states, generator: { words, gauss: resume.generator.gauss } },
    }
    expect(readSnapshot(snapshotToNpz(shared))).toEqual(snapshot)
  })
})

it.each([
  { name: 'every byte', encoding: 'bytes', codePoints: Array.from({ length: 256 }, (_, i) => 255 - i) },
  { name: 'Unicode', encoding: 'utf-8', codePoints: [0x10ffff, 0, 0xfeff, 0x4f60, 0xe9, 0x61, 0xd7ff, 0x5c, 0x27] },
] as const)('$name survives both formats', ({ encoding, codePoints }) => {
  const vocabularySize = codePoints.length
  const column = new Float64Array(vocabularySize)
  const parameters = { Wxh: column, Whh: Float64Array.of(1), Why: column, bh: Float64Array.of(2), by: column }
  const snapshot: Snapshot = {
    sizes: { hiddenSize: 1, vocabularySize },
    parameters,
    adagradMemory: null,
    vocabulary: { codePoints: [...codePoints], encoding },
    dataSize: null,
    resume: null,
    extras: new Map(),
  }
  expect(readSnapshot(snapshotToNpz(snapshot))).toEqual(snapshot)
  expect(readSnapshot(snapshotToPickle(snapshot).bytes)).toEqual(snapshot)
})
