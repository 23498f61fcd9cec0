import { describe, expect, it } from 'vitest'
import { decodeUtf16, hasUtf16Mark } from '#core/text/utf-16.ts'

/** 'a中𠀀'.encode('utf-16-le'), and its code points */
const LITTLE = Uint8Array.of(0x61, 0x00, 0x2d, 0x4e, 0x40, 0xd8, 0x00, 0xdc)
const BIG = Uint8Array.of(0xfe, 0xff, 0x00, 0x61, 0x4e, 0x2d, 0xd8, 0x40, 0xdc, 0x00)
const CODE_POINTS = [0x61, 0x4e2d, 0x20000]

describe('UTF-16', () => {
  it.each([
    ['little-endian without a mark', LITTLE, false],
    ['little-endian', Uint8Array.of(0xff, 0xfe, ...LITTLE), true],
    ['big-endian', BIG, true],
  ] as const)('%s gives the code points', (_, bytes, hasByteOrderMark) => {
    const decoded = decodeUtf16(bytes)
    expect(decoded).toMatchObject({ ok: true, hasByteOrderMark })
    expect(decoded.ok && Array.from(decoded.codePoints)).toEqual(CODE_POINTS)
    expect(hasUtf16Mark(bytes)).toBe(hasByteOrderMark)
  })

  it.each([
    ['a high surrogate at the end', LITTLE.subarray(0, 6), 4],
    ['a low surrogate alone', Uint8Array.of(0x00, 0xdc, 0x61, 0x00), 0],
    ['a high surrogate before another character', Uint8Array.of(0x40, 0xd8, 0x61, 0x00), 0],
    ['half a unit', LITTLE.subarray(0, 3), 2],
    ['half a unit after a high surrogate', LITTLE.subarray(0, 7), 4],
  ] as const)('refuses %s', (_, bytes, offset) => {
    expect(decodeUtf16(bytes)).toEqual({ ok: false, offset })
  })

  it('keeps a mark that is not at the start', () => {
    const decoded = decodeUtf16(Uint8Array.of(0xff, 0xfe, 0xff, 0xfe))
    expect(decoded.ok && Array.from(decoded.codePoints)).toEqual([0xfeff])
  })
})
