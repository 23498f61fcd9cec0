// Strict UTF-16 (Unicode 16, table 3-5), as Windows' editor writes it under the name of Unicode: with a byte order mark,
// and little-endian without one.
import type { Decoded } from './utf-8.ts'

const UNIT_BYTES = 2
const MARKS = { littleEndian: [0xff, 0xfe], bigEndian: [0xfe, 0xff] } as const
const [HIGH_SURROGATES, LOW_SURROGATES, SURROGATES_END] = [0xd800, 0xdc00, 0xe000] as const

function starts(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte)
}

export function hasUtf16Mark(bytes: Uint8Array): boolean {
  return Object.values(MARKS).some((mark) => starts(bytes, mark))
}

/** Decodes all of `bytes`; a byte order mark at the start is left out. */
export function decodeUtf16(bytes: Uint8Array): Decoded {
  const hasByteOrderMark = hasUtf16Mark(bytes)
  const low = starts(bytes, MARKS.bigEndian) ? 1 : 0
  const unitAt = (offset: number): number => bytes[offset + low]! | (bytes[offset + 1 - low]! << 8)
  const codePoints = new Uint32Array(bytes.length / UNIT_BYTES)
  let length = 0
  for (let offset = hasByteOrderMark ? UNIT_BYTES : 0; offset < bytes.length; offset += UNIT_BYTES) {
    const start = offset
    const unit = start + 1 < bytes.length ? unitAt(start) : Number.NaN
    if (unit < HIGH_SURROGATES || unit >= SURROGATES_END) {
      codePoints[length++] = unit
      continue
    }
    const next = start + 3 < bytes.length ? unitAt(start + UNIT_BYTES) : Number.NaN
    const isPair = unit < LOW_SURROGATES && next >= LOW_SURROGATES && next < SURROGATES_END
    if (!isPair) return { ok: false, offset: start }
    codePoints[length++] = 0x10000 + ((unit - HIGH_SURROGATES) << 10) + (next - LOW_SURROGATES)
    offset += UNIT_BYTES
  }
  return { ok: true, codePoints: codePoints.subarray(0, length), hasByteOrderMark }
}
