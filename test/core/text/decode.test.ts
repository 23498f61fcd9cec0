import { describe, expect, it } from 'vitest'
import { decodeText } from '#core/text/decode.ts'

const LATIN1 = Uint8Array.of(0x63, 0x61, 0x66, 0xe9)
const UTF8 = new TextEncoder().encode('café')

describe('decodeText', () => {
  it('finds UTF-8 by itself', () => {
    const decoded = decodeText(UTF8, 'auto')
    expect(decoded).toMatchObject({ ok: true, encoding: 'utf-8' })
    expect(decoded.ok && Array.from(decoded.codePoints)).toEqual([0x63, 0x61, 0x66, 0xe9])
  })

  it('reads what is not UTF-8 byte by byte', () => {
    const decoded = decodeText(LATIN1, 'auto')
    expect(decoded).toMatchObject({ ok: true, encoding: 'bytes' })
    expect(decoded.ok && Array.from(decoded.codePoints)).toEqual([0x63, 0x61, 0x66, 0xe9])
  })

  it('reads bytes when asked to, be they UTF-8 or not', () => {
    const decoded = decodeText(UTF8, 'bytes')
    expect(decoded.ok && Array.from(decoded.codePoints)).toEqual([0x63, 0x61, 0x66, 0xc3, 0xa9])
  })

  it('refuses to read as UTF-8 what is not', () => {
    expect(decodeText(LATIN1, 'utf-8')).toEqual({ ok: false, offset: 3 })
  })
})
