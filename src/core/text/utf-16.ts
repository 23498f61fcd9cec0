// Strict UTF-16 (Unicode 16, table 3-5), as Windows' editor writes it under the name of Unicode: with a byte order mark,
// and little-endian without one.
import { beginsWith } from './begins-with.ts'
import type { Decoded } from './utf-8.ts'

const UNIT_BYTES = 2
const LITTLE_ENDIAN_MARK = [0xff, 0xfe] as const
const BIG_ENDIAN_MARK = [0xfe, 0xff] as const
const HIGH_SURROGATES = 0xd800
const LOW_SURROGATES = 0xdc00
/** Of the pairs of surrogates, the first. */
const FIRST_PAIR = 0x10000

const isHigh = (unit: number): boolean => unit >= HIGH_SURROGATES && unit < LOW_SURROGATES
const isLow = (unit: number): boolean => unit >= LOW_SURROGATES && unit < LOW_SURROGATES + 0x400

export function hasUtf16Mark(bytes: Uint8Array): boolean {
  return beginsWith(bytes, LITTLE_ENDIAN_MARK) || beginsWith(bytes, BIG_ENDIAN_MARK)
}

/** Decodes all of `bytes`; a byte order mark at the start is left out. */
export function decodeUtf16(bytes: Uint8Array): Decoded {
  const hasByteOrderMark = hasUtf16Mark(bytes)
  const [low, high] = beginsWith(bytes, BIG_ENDIAN_MARK) ? ([1, 0] as const) : ([0, 1] as const)
  /** NaN where the text ends before the unit does. */
  const unitAt = (offset: number): number => bytes[offset + low]! + 256 * bytes[offset + high]!
  const codePoints = new Uint32Array(Math.ceil(bytes.length / UNIT_BYTES))
  let length = 0
  for (let offset = hasByteOrderMark ? UNIT_BYTES : 0; offset < bytes.length; offset += UNIT_BYTES) {
    const unit = unitAt(offset)
    const next = unitAt(offset + UNIT_BYTES)
    if (isHigh(unit) && isLow(next)) {
      codePoints[length++] = FIRST_PAIR + 0x400 * (unit - HIGH_SURROGATES) + (next - LOW_SURROGATES)
      offset += UNIT_BYTES
    } else if (Number.isNaN(unit) || isHigh(unit) || isLow(unit)) return { ok: false, offset }
    else codePoints[length++] = unit
  }
  return { ok: true, codePoints: codePoints.subarray(0, length), hasByteOrderMark }
}
