// Snapshots that do not fit together: each is a good one with one member replaced, and the error must name it.
import { describe, expect, it } from 'vitest'
import { Dtype, numberDtype } from '#core/formats/dtype.ts'
import { NdArray } from '#core/formats/nd-array.ts'
import { writeNpy } from '#core/formats/npy.ts'
import { readNpz, writeNpz } from '#core/formats/npz.ts'
import { writePickle } from '#core/formats/pickle-writer.ts'
import { Dictionary, type PythonValue } from '#core/formats/python-values.ts'
import { readSnapshot } from '#core/formats/snapshot-reader.ts'
import { floatArray, integerArray, objectArray, textArray } from '#core/formats/snapshot-values.ts'
import { snapshotToNpz } from '#core/formats/snapshot-writer.ts'
import { FORMAT_ERROR_MESSAGES } from '#core/formats/format-errors.ts'
import { refusalOf } from './refusal.ts'
import { smallSnapshot } from './small-snapshots.ts'

const GOOD = readSnapshot(smallSnapshot('Python 3: stored, npz').bytes)
const RESUMABLE = {
  ...GOOD,
  resume: {
    iteration: 1,
    position: 2,
    smoothLoss: 3,
    hprev: [new Float64Array(3)],
    hyperparameters: {},
    datasetName: '',
    datasetSha256: '',
    generator: { words: new Uint32Array(626), gauss: new Float64Array(1) },
  },
}

/** The refusal of the good snapshot with these members replaced, or left out where null. */
function refusalWith(changes: Record<string, NdArray | null>, snapshot = GOOD) {
  const members = readNpz(snapshotToNpz(snapshot))
  for (const [name, array] of Object.entries(changes)) {
    if (array) members.set(`${name}.npy`, writeNpy(array))
    else members.delete(`${name}.npy`)
  }
  return refusalOf(() => readSnapshot(writeNpz(members)))
}

function matrix(shape: number[], place = 0, value = 0): NdArray {
  const values = new Float64Array(shape.reduce((product, side) => product * side, 1))
  if (values.length > 0) values[place] = value
  return new NdArray(numberDtype('f8'), shape, values)
}

const dictionary = (...entries: [PythonValue, PythonValue][]): NdArray => objectArray([new Dictionary(entries)])
const list = (...items: PythonValue[]): NdArray => objectArray(items, [items.length])
/** The good vocabulary is newline, colon, quote, backslash and z. */
const CHARACTERS = ['\n', ':', "'", '\\', 'z']
const indexed = (...indices: number[]): NdArray =>
  dictionary(...indices.map((i, n): [PythonValue, PythonValue] => [BigInt(i), CHARACTERS[n]!]))

describe('shapes', () => {
  it.each([
    ['Wxh', [4, 5], '(4, 5)', '(3, 5)'],
    ['Wxh', [3, 6], '(3, 6)', '(3, 5)'],
    ['Whh', [3, 4], '(3, 4)', '(3, 3)'],
    ['Why', [3, 5], '(3, 5)', '(5, 3)'],
    ['bh', [1, 3], '(1, 3)', '(3, 1)'],
    ['by', [4, 1], '(4, 1)', '(5, 1)'],
    ['mWhy', [3, 5], '(3, 5)', '(5, 3)'],
    ['mbh', [3], '(3,)', '(3, 1)'],
    ['bh', [3], '(3,)', '(H, 1)'],
    ['Wxh', [0, 5], '(0, 5)', '(H, V)'],
    ['Whh', [3, 3, 1], '(3, 3, 1)', '(H, H)'],
  ])('%s of %j', (array, shape, found, expected) => {
    expect(refusalWith({ [array]: matrix(shape) })).toEqual({
      code: 'snapshot-shape',
      parameters: { array, found, expected },
    })
  })
})

describe('entries', () => {
  it.each([
    ['NaN', NaN, 'NaN'],
    ['infinity', -Infinity, '-Infinity'],
  ])('%s', (_, value, found) => {
    const parameters = { array: 'Wxh', row: 1, column: 2, found }
    expect(refusalWith({ Wxh: matrix([3, 5], 7, value) })).toEqual({ code: 'snapshot-not-finite', parameters })
  })

  it('a negative sum of squares', () => {
    const parameters = { array: 'mWhh', row: 2, column: 1, found: '-0.5' }
    expect(refusalWith({ mWhh: matrix([3, 3], 7, -0.5) })).toEqual({ code: 'snapshot-negative', parameters })
  })

  it.each([
    ['strings', new NdArray(new Dtype('U', 4), [3, 5], Array<string>(15).fill('1')), 'U1 (3, 5)'],
    ['objects', objectArray(Array<PythonValue>(15).fill(1), [3, 5]), 'O (3, 5)'],
  ])('%s', (_, array, found) => {
    const parameters = { array: 'Wxh', found, expected: '(H, V)' }
    expect(refusalWith({ Wxh: array })).toEqual({ code: 'snapshot-not-numbers', parameters })
  })
})

describe('what is missing', () => {
  it.each(['Wxh', 'Whh', 'Why', 'bh', 'by'])('%s', (array) => {
    const parameters = { array, needed: 'Wxh, Whh, Why, bh, by' }
    expect(refusalWith({ [array]: null })).toEqual({ code: 'snapshot-array-missing', parameters })
  })

  it('one of the Adagrad memories', () => {
    const parameters = { array: 'mbh', needed: 'mWxh, mWhh, mWhy, mbh, mby' }
    expect(refusalWith({ mbh: null })).toEqual({ code: 'snapshot-array-missing', parameters })
  })

  it('every form of the vocabulary', () => {
    const parameters = { array: 'chars', needed: 'chars, char_to_ix, ix_to_char' }
    const changes = { chars: null, char_to_ix: null, ix_to_char: null }
    expect(refusalWith(changes)).toEqual({ code: 'snapshot-array-missing', parameters })
  })

  it('one of the keys to go on from', () => {
    expect(refusalWith({ iteration: null }, RESUMABLE)).toMatchObject({
      code: 'snapshot-array-missing',
      parameters: { array: 'iteration' },
    })
  })
})

describe('the vocabulary', () => {
  it.each([
    ['too few characters', { chars: list('a') }, 'snapshot-vocabulary-size', { array: 'chars', found: 1, expected: 5 }],
    [
      'another size',
      { vocab_size: integerArray(6) },
      'snapshot-vocabulary-size',
      { array: 'vocab_size', found: 6, expected: 5 },
    ],
    [
      'a size in words',
      { vocab_size: textArray('5') },
      'snapshot-number',
      { array: 'vocab_size', found: 'U1 ()', least: 5, most: 5 },
    ],
    [
      'a number for characters',
      { chars: integerArray(5) },
      'snapshot-value-kind',
      { array: 'chars', found: 'int', expected: 'list' },
    ],
    [
      'a list for a dictionary',
      { char_to_ix: list('a') },
      'snapshot-value-kind',
      { array: 'char_to_ix', found: 'O (1,)', expected: 'dict' },
    ],
    [
      'two characters in one',
      { chars: list('\n', ':', 'ab', '\\', 'z') },
      'snapshot-character',
      { array: 'chars', index: 2, found: '"ab"' },
    ],
    [
      'no character',
      { chars: list('\n', ':', '', '\\', 'z') },
      'snapshot-character',
      { array: 'chars', index: 2, found: '""' },
    ],
    [
      'a number for a character',
      { chars: list('\n', ':', 7n, '\\', 'z') },
      'snapshot-character',
      { array: 'chars', index: 2, found: 'int' },
    ],
    [
      'one character twice',
      { chars: list('\n', ':', ':', '\\', 'z') },
      'snapshot-character-repeated',
      { array: 'chars', character: ':', first: 1, second: 2 },
    ],
    [
      'one index twice',
      { ix_to_char: indexed(0, 1, 1, 3, 4) },
      'snapshot-index',
      { array: 'ix_to_char', found: 1, last: 4 },
    ],
    [
      'an index too high',
      { ix_to_char: indexed(0, 1, 2, 3, 5) },
      'snapshot-index',
      { array: 'ix_to_char', found: 5, last: 4 },
    ],
    [
      'a negative index',
      { ix_to_char: indexed(-1, 1, 2, 3, 4) },
      'snapshot-index',
      { array: 'ix_to_char', found: -1, last: 4 },
    ],
    [
      'too few indices',
      { ix_to_char: indexed(0, 1) },
      'snapshot-vocabulary-size',
      { array: 'ix_to_char', found: 2, expected: 5 },
    ],
    [
      'two indices exchanged',
      { ix_to_char: indexed(0, 1, 3, 2, 4) },
      'snapshot-vocabularies-differ',
      { index: 2, array: 'ix_to_char', found: '\\', other: 'chars', expected: "'" },
    ],
    [
      'other characters',
      { chars: list('\n', ':', "'", '\\', 'y') },
      'snapshot-vocabularies-differ',
      { index: 4, array: 'ix_to_char', found: 'z', other: 'chars', expected: 'y' },
    ],
    [
      'a length in words',
      { data_size: textArray('many') },
      'snapshot-number',
      { array: 'data_size', found: 'U4 ()', least: 0, most: Number.MAX_SAFE_INTEGER },
    ],
    [
      'a negative length',
      { data_size: integerArray(-1) },
      'snapshot-number',
      { array: 'data_size', found: -1, least: 0, most: Number.MAX_SAFE_INTEGER },
    ],
  ] as const)('%s', (_, changes, code, parameters) => {
    expect(refusalWith(changes)).toEqual({ code, parameters })
  })
})

describe('the state of a run', () => {
  it.each([
    ['a newer format', { charscope_format: integerArray(2) }, 'snapshot-newer', { version: 2, known: 1 }],
    [
      'half an iteration',
      { iteration: floatArray(0.5) },
      'snapshot-number',
      { array: 'iteration', found: 'f8 ()', least: 0, most: Number.MAX_SAFE_INTEGER },
    ],
    [
      'a position beyond the key',
      { generator_position: integerArray(625) },
      'snapshot-number',
      { array: 'generator_position', found: '625', least: 0, most: 624 },
    ],
    [
      'a loss that is none',
      { smooth_loss: floatArray(NaN) },
      'snapshot-value-kind',
      { array: 'smooth_loss', found: 'NaN', expected: 'float' },
    ],
    [
      'a state of another size',
      { hprev: matrix([4, 1]) },
      'snapshot-shape',
      { array: 'hprev', found: '(4, 1)', expected: '(3, 1)' },
    ],
    [
      'a state that is not finite',
      { hprev: matrix([3, 1], 1, NaN) },
      'snapshot-not-numbers',
      { array: 'hprev', found: 'f8 (3, 1)', expected: '(H, B)' },
    ],
    [
      'a generator of another kind',
      { generator_key: matrix([624]) },
      'snapshot-not-numbers',
      { array: 'generator_key', found: 'f8 (624,)', expected: '(624,)' },
    ],
    [
      'a name in numbers',
      { dataset_name: integerArray(1) },
      'snapshot-not-text',
      { array: 'dataset_name', found: 'i8 ()' },
    ],
    [
      'a list of settings',
      { hyperparameters: list() },
      'snapshot-value-kind',
      { array: 'hyperparameters', found: 'O (0,)', expected: 'dict' },
    ],
  ] as const)('%s', (_, changes, code, parameters) => {
    expect(refusalWith(changes, RESUMABLE)).toEqual({ code, parameters })
  })
})

describe('another kind of file', () => {
  it.each([
    ['a text', Buffer.from('First Citizen:\n'), 'snapshot-kind-unknown', {}],
    ['nothing', new Uint8Array(), 'snapshot-kind-unknown', {}],
    ['a single array', writeNpy(matrix([3, 5])), 'snapshot-single-array', {}],
    ['a pickled list', writePickle([1]), 'snapshot-not-dictionary', { found: 'list' }],
    ['a document', writeNpz(new Map([['word/document.xml', new Uint8Array(3)]])), 'snapshot-kind-unknown', {}],
    [
      'an archive of something else',
      writeNpz(new Map([['notes/today.txt', new Uint8Array(3)]])),
      'snapshot-array-missing',
      { array: 'Wxh', needed: 'Wxh, Whh, Why, bh, by' },
    ],
  ])('%s', (_, bytes, code, parameters) => {
    expect(refusalOf(() => readSnapshot(bytes))).toEqual({ code, parameters })
  })
})

it.each(Object.entries(FORMAT_ERROR_MESSAGES))('%s names the same things in both languages', (_, { en, zh }) => {
  const names = (message: string): string[] => [...message.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()
  expect(names(zh)).toEqual(names(en))
  expect(names(en)).toContain('{file}')
})
