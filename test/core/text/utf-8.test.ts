import { describe, expect, it } from 'vitest'
import { decodeUtf8 } from '#core/text/utf-8.ts'

function bytes(hexadecimal: string): Uint8Array {
  return Uint8Array.from(hexadecimal.split(' ').filter(Boolean), (byte) => Number.parseInt(byte, 16))
}

function codePointsOf(input: Uint8Array): number[] | string {
  const decoded = decodeUtf8(input)
  return decoded.ok ? [...decoded.codePoints] : `bad byte at ${decoded.offset}`
}

describe('decodeUtf8', () => {
  // The first and last code point of every length, and those around the surrogates.
  it.each([
    ['00', 0x0],
    ['7f', 0x7f],
    ['c2 80', 0x80],
    ['df bf', 0x7ff],
    ['e0 a0 80', 0x800],
    ['ed 9f bf', 0xd7ff],
    ['ee 80 80', 0xe000],
    ['ef bf bf', 0xffff],
    ['f0 90 80 80', 0x10000],
    ['f4 8f bf bf', 0x10ffff],
  ])('reads %s', (hexadecimal, codePoint) => {
    expect(codePointsOf(bytes(hexadecimal))).toEqual([codePoint])
  })

  it.each([
    ['a continuation byte alone', '61 80'],
    ['an overlong slash of two bytes', '61 c0 af'],
    ['an overlong slash of three bytes', '61 e0 80 af'],
    ['an overlong slash of four bytes', '61 f0 80 80 af'],
    ['a surrogate half', '61 ed a0 80'],
    ['a value over U+10FFFF', '61 f4 90 80 80'],
    ['a lead byte that leads nothing', '61 f5 80 80 80'],
    ['a sequence cut off after its first byte', '61 e4'],
    ['a sequence cut off after its second byte', '61 e4 bd'],
    ['a sequence broken by a letter', '61 e4 bd 61'],
    ['latin1', '61 e9 62'],
  ])('refuses %s and says where', (_, hexadecimal) => {
    expect(codePointsOf(bytes(hexadecimal))).toBe('bad byte at 1')
  })

  it('leaves out a byte order mark at the start only', () => {
    const decoded = decodeUtf8(bytes('ef bb bf 61 ef bb bf'))
    expect(decoded).toMatchObject({ ok: true, hasByteOrderMark: true })
    expect(codePointsOf(bytes('ef bb bf 61 ef bb bf'))).toEqual([0x61, 0xfeff])
  })

  it('takes a character outside the basic plane as one', () => {
    expect(codePointsOf(new TextEncoder().encode('学🙂:'))).toEqual([0x5b66, 0x1f642, 0x3a])
  })

  it('agrees with the platform on random bytes, valid or not', () => {
    const platform = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
    let state = 1
    const random = (below: number): number => (state = (state * 48271) % 2147483647) % below
    const pool = [0x0a, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xe0, 0xe4, 0xed, 0xef, 0xf0, 0xf4]
    let valid = 0
    for (let round = 0; round < 20_000; round++) {
      const input = Uint8Array.from({ length: 1 + random(4) }, () => pool[random(pool.length)]!)
      let expected: number[] | null = null
      try {
        expected = Array.from(platform.decode(input), (character) => character.codePointAt(0)!)
      } catch {
        expect(decodeUtf8(input).ok).toBe(false)
        continue
      }
      valid++
      expect(codePointsOf(input)).toEqual(expected)
    }
    expect(valid).toBeGreaterThan(1000)
  })
})
