// Single arrays against NumPy's own reading (test/fixtures/formats/make_format_fixtures.py).
import { describe, expect, it, test } from 'vitest'
import { Dtype, numberDtype } from '#core/formats/dtype.ts'
import { NdArray } from '#core/formats/nd-array.ts'
import { readNpy, writeNpy } from '#core/formats/npy.ts'
import { ByteString } from '#core/formats/python-values.ts'
import fixtures from '../../fixtures/formats/arrays.json' with { type: 'json' }
import { refusalOf } from './refusal.ts'
import { fromBase64, tagged } from './tagged.ts'

describe.each(fixtures)('$name', ({ npy, expected }) => {
  const bytes = fromBase64(npy)

  it('is read as NumPy reads it', () => {
    expect(tagged(readNpy(bytes, 'a'))).toEqual(expected)
  })

  it('is read from the middle of a larger buffer', () => {
    const larger = new Uint8Array(bytes.length + 11)
    larger.set(bytes, 5)
    expect(tagged(readNpy(larger.subarray(5, 5 + bytes.length), 'a'))).toEqual(expected)
  })

  it('is the same after writing and reading', () => {
    expect(tagged(readNpy(writeNpy(readNpy(bytes, 'a')), 'a'))).toEqual(expected)
  })

  it('is refused, and nothing worse, when cut anywhere', () => {
    for (let length = 0; length < bytes.length; length++) {
      expect(
        refusalOf(() => readNpy(bytes.subarray(0, length), 'a')),
        `${length} bytes`,
      ).not.toBeNull()
    }
  })
})

test('a written header is aligned to 64 bytes and ends in a line feed, as NumPy’s', () => {
  for (const shape of [[], [1], [12345, 678]]) {
    const count = shape.reduce((product, side) => product * side, 1)
    const written = writeNpy(new NdArray(numberDtype('f8'), shape, new Float64Array(count)))
    const headerLength = 10 + (written[8]! + 256 * written[9]!)
    expect(headerLength % 64).toBe(0)
    expect(written[headerLength - 1]).toBe(0x0a)
    expect(written.length).toBe(headerLength + 8 * count)
  }
})

describe('refuses', () => {
  const header = (dictionary: string, data = new Uint8Array(8), version = [1, 0]): Uint8Array => {
    const text = Buffer.from(dictionary, 'latin1')
    const length = [text.length & 0xff, text.length >> 8]
    return Uint8Array.of(0x93, ...Buffer.from('NUMPY'), ...version, ...length, ...text, ...data)
  }
  const dictionary = (descr: string, shape: string): string =>
    `{'descr': ${descr}, 'fortran_order': False, 'shape': ${shape}, }\n`

  it.each([
    ['no magic', Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 'npy-malformed', {}],
    ['a version 4', header(dictionary("'<f8'", '()'), undefined, [4, 0]), 'npy-version-unknown', { version: '4.0' }],
    ['a complex type', header(dictionary("'<c16'", '()')), 'npy-type-unsupported', { type: '<c16' }],
    [
      'a structured type',
      header(dictionary("[('a', '<f8')]", '()')),
      'npy-type-unsupported',
      { type: "[('a', '<f8')]" },
    ],
    ['strings of no length', header(dictionary("'|S0'", '(99999999999,)')), 'npy-type-unsupported', { type: '|S0' }],
    ['no type', header("{'fortran_order': False, 'shape': ()}"), 'npy-malformed', {}],
    ['code in place of a shape', header(dictionary("'<f8'", "__import__('os')")), 'npy-malformed', {}],
    ['something behind the dictionary', header(dictionary("'<f8'", '()') + 'x'), 'npy-malformed', {}],
    ['a negative side', header(dictionary("'<f8'", '(-1,)')), 'npy-malformed', {}],
    ['more entries than numbers count', header(dictionary("'|S1'", '(9007199254740991, 9)')), 'npy-malformed', {}],
    ['33 dimensions', header(dictionary("'<f8'", `(${'1,'.repeat(33)})`)), 'npy-malformed', {}],
    ['too little data', header(dictionary("'<f8'", '(2,)')), 'npy-length', { found: 8, expected: 16, shape: '(2,)' }],
    ['too much data', header(dictionary("'<i4'", '()')), 'npy-length', { found: 8, expected: 4, shape: '()' }],
    [
      'a code point that there is not',
      header(dictionary("'<U2'", '()'), new Uint8Array(8).fill(0x7f)),
      'npy-malformed',
      {},
    ],
    [
      'objects that are a number',
      header(dictionary("'|O'", '()'), Uint8Array.from(Buffer.from('K\x01.'))),
      'npy-malformed',
      {},
    ],
  ])('%s', (_, bytes, code, parameters) => {
    expect(refusalOf(() => readNpy(bytes, 'Wxh'))).toEqual({ code, parameters: { array: 'Wxh', ...parameters } })
  })

  it('an array of more strings than there is memory for', () => {
    const data = new Uint8Array(2 ** 23)
    const bytes = header(dictionary("'|S1'", `(${data.length},)`), new Uint8Array())
    const whole = new Uint8Array(bytes.length + data.length)
    whole.set(bytes)
    expect(refusalOf(() => readNpy(whole, 'chars'))?.code).toBe('contents-too-large')
  })
})

test('strings shorter than their type are padded with zeros', () => {
  const written = writeNpy(new NdArray(new Dtype('S', 3), [1], [new ByteString(Uint8Array.of(0x61), 'bytes')]))
  expect([...written.slice(-3)]).toEqual([0x61, 0, 0])
})
