// UTF-8 and latin1 against Node's own codecs, at lengths around the pieces that they are taken in.
import { expect, it, test } from 'vitest'
import { latin1Bytes, latin1Text, utf8Bytes, utf8Text } from '#core/formats/python-text.ts'

const TEXTS = ['', 'a', 'é', '你', '\u{1f600}', '\ufeffa\ufeff', 'aé你\u{1f600}']
const LENGTHS = [1, 2730, 2731, 4096, 8191, 8192, 8193, 20_000]

test.each(TEXTS)('%j', (text) => {
  for (const count of LENGTHS) {
    for (const shift of ['', 'x', 'xy', 'xyz']) {
      const long = shift + text.repeat(count)
      const bytes = new Uint8Array(Buffer.from(long, 'utf8'))
      expect(Buffer.from(utf8Bytes(long)).equals(bytes)).toBe(true)
      expect(utf8Text(bytes) === long).toBe(true)
    }
  }
})

it.each([
  ['a lone continuation', [0x80]],
  ['a cut sequence', [0xe4, 0xbd]],
  ['an overlong form', [0xc0, 0xaf]],
  ['continuations without end', Array<number>(20_000).fill(0x80)],
])('%s is not UTF-8', (_, bytes) => {
  expect(utf8Text(Uint8Array.from(bytes))).toBeNull()
})

test('latin1 has a character for every byte, and none above U+00FF', () => {
  const bytes = Uint8Array.from({ length: 20_000 }, (_, i) => i % 256)
  const text = latin1Text(bytes)
  expect(text).toBe(Buffer.from(bytes).toString('latin1'))
  expect(latin1Bytes(text)).toEqual(bytes)
  expect(latin1Bytes('aĀ')).toBeNull()
})
