// Expected bytes and characters are Python's: 'café'.encode('utf-8'), '中文'.encode('gb18030') and so on.
import { describe, expect, it } from 'vitest'
import { decodeText, type DecodedText } from '#core/text/decode.ts'
import { decodeGb18030 } from '#lab/datasets/gb18030.ts'
import type { TextOptions } from '#core/contract/settings.ts'

const CAFE = [0x63, 0x61, 0x66, 0xe9]
const LATIN1 = Uint8Array.from(CAFE)
const UTF8 = Uint8Array.of(0x63, 0x61, 0x66, 0xc3, 0xa9)
/** 你好：中文 */
const CHINESE = [0x4f60, 0x597d, 0xff1a, 0x4e2d, 0x6587]
const GB18030 = Uint8Array.of(0xc4, 0xe3, 0xba, 0xc3, 0xa3, 0xba, 0xd6, 0xd0, 0xce, 0xc4)
const UTF16 = Uint8Array.of(0xff, 0xfe, 0x60, 0x4f, 0x7d, 0x59, 0x1a, 0xff, 0x2d, 0x4e, 0x87, 0x65)
/** 你好：中文 in Big5 */
const BIG5 = Uint8Array.of(0xa7, 0x41, 0xa6, 0x6e, 0xa1, 0x47, 0xa4, 0xa4, 0xa4, 0xe5)
/** こんにちは、世界 in Japanese EUC */
const JAPANESE = Uint8Array.from(Buffer.from('a4b3a4f3a4cba4c1a4cfa1a2c0a4b3a6', 'hex'))
/** Où étiez-vous, où êtes-vous passés? */
const FRENCH = Uint8Array.from('O\xf9 \xe9tiez-vous, o\xf9 \xeates-vous pass\xe9s?', (c) => c.charCodeAt(0))
/** привет, мир in Windows-1251 */
const RUSSIAN = Uint8Array.of(0xef, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x2c, 0x20, 0xec, 0xe8, 0xf0)

function decode(bytes: Uint8Array, encoding: TextOptions['encoding']): DecodedText {
  return decodeText(bytes, encoding, { gb18030: decodeGb18030 })
}

function codePoints(decoded: DecodedText): number[] | null {
  return decoded.ok ? Array.from(decoded.codePoints) : null
}

describe('a text whose encoding is to be found', () => {
  it.each([
    ['UTF-8', UTF8, 'utf-8', CAFE],
    ['GB18030', GB18030, 'gb18030', CHINESE],
    ['UTF-16 with a byte order mark', UTF16, 'utf-16', CHINESE],
    ['ASCII', Uint8Array.of(0x61, 0x62), 'utf-8', [0x61, 0x62]],
    ['one byte a character', LATIN1, 'bytes', CAFE],
    ['French by bytes', FRENCH, 'bytes', Array.from(FRENCH)],
    ['Big5', BIG5, 'bytes', Array.from(BIG5)],
    ['Japanese EUC', JAPANESE, 'bytes', Array.from(JAPANESE)],
    ['Windows-1251', RUSSIAN, 'bytes', Array.from(RUSSIAN)],
    ['GB18030 that breaks off', GB18030.subarray(0, 9), 'bytes', Array.from(GB18030.subarray(0, 9))],
    ['half a UTF-16 character', UTF16.subarray(0, 5), 'bytes', Array.from(UTF16.subarray(0, 5))],
  ] as const)('is read as %s', (_, bytes, encoding, characters) => {
    const decoded = decode(bytes, 'auto')
    expect(decoded).toMatchObject({ ok: true, encoding })
    expect(codePoints(decoded)).toEqual(characters)
  })
})

describe('a text whose encoding was chosen', () => {
  it.each([
    ['bytes', UTF8, [0x63, 0x61, 0x66, 0xc3, 0xa9]],
    ['bytes', GB18030, Array.from(GB18030)],
    ['utf-16', UTF16.subarray(2), CHINESE],
    // '€ 𠀀ü'.encode('gb18030')
    ['gb18030', Uint8Array.of(0xa2, 0xe3, 0x20, 0x95, 0x32, 0x82, 0x36, 0xa8, 0xb9), [0x20ac, 0x20, 0x20000, 0xfc]],
  ] as const)('is read as %s', (encoding, bytes, characters) => {
    const decoded = decode(bytes, encoding)
    expect(decoded).toMatchObject({ ok: true, encoding })
    expect(codePoints(decoded)).toEqual(characters)
  })

  it.each([
    ['utf-8', LATIN1, 3],
    ['utf-8', GB18030, 0],
    ['utf-16', UTF8, 4],
    ['gb18030', Uint8Array.of(0x61, 0xd6, 0xd0, 0xff, 0x20), 3],
    ['gb18030', GB18030.subarray(0, 9), 8],
  ] as const)('is refused as %s, with the place', (encoding, bytes, offset) => {
    expect(decode(bytes, encoding)).toEqual({ ok: false, encoding, offset })
  })
})
