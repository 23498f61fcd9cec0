// Strict UTF-8 (Unicode 16, table 3-7): code points out of bytes, or the place of the first byte that does not fit.
import { beginsWith } from './begins-with.ts'

export const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const

/**
 * First bytes of a sequence: how many bytes follow, the bits that the first one carries, and the range of the second,
 * which is what rules out overlong forms, surrogates and values over U+10FFFF.
 */
const LEADS = [
  { from: 0xc2, to: 0xdf, following: 1, bits: 0x1f, low: 0x80, high: 0xbf },
  { from: 0xe0, to: 0xe0, following: 2, bits: 0x0f, low: 0xa0, high: 0xbf },
  { from: 0xe1, to: 0xec, following: 2, bits: 0x0f, low: 0x80, high: 0xbf },
  { from: 0xed, to: 0xed, following: 2, bits: 0x0f, low: 0x80, high: 0x9f },
  { from: 0xee, to: 0xef, following: 2, bits: 0x0f, low: 0x80, high: 0xbf },
  { from: 0xf0, to: 0xf0, following: 3, bits: 0x07, low: 0x90, high: 0xbf },
  { from: 0xf1, to: 0xf3, following: 3, bits: 0x07, low: 0x80, high: 0xbf },
  { from: 0xf4, to: 0xf4, following: 3, bits: 0x07, low: 0x80, high: 0x8f },
] as const

type Lead = (typeof LEADS)[number]

const leadOf: (Lead | undefined)[] = Array.from({ length: 256 }, (_, byte) =>
  LEADS.find(({ from, to }) => byte >= from && byte <= to),
)

export type Decoded =
  | { ok: true; codePoints: Uint32Array; hasByteOrderMark: boolean }
  /** `offset` is the index of the first byte of the sequence that is not UTF-8. */
  | { ok: false; offset: number }

/** Decodes all of `bytes`; a byte order mark at the start is left out. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const hasByteOrderMark = beginsWith(bytes, BYTE_ORDER_MARK)
  const codePoints = new Uint32Array(bytes.length)
  let length = 0
  let offset = hasByteOrderMark ? BYTE_ORDER_MARK.length : 0
  while (offset < bytes.length) {
    const first = bytes[offset]!
    if (first < 0x80) {
      codePoints[length++] = first
      offset++
      continue
    }
    const lead = leadOf[first]
    const second = bytes[offset + 1] ?? 0
    if (!lead || second < lead.low || second > lead.high) return { ok: false, offset }
    let codePoint = ((first & lead.bits) << 6) | (second & 0x3f)
    for (let i = 2; i <= lead.following; i++) {
      const next = bytes[offset + i] ?? 0
      if ((next & 0xc0) !== 0x80) return { ok: false, offset }
      codePoint = (codePoint << 6) | (next & 0x3f)
    }
    codePoints[length++] = codePoint
    offset += lead.following + 1
  }
  return { ok: true, codePoints: codePoints.subarray(0, length), hasByteOrderMark }
}
