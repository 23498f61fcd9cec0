// From a file's bytes to characters: Unicode code points, or one character a byte as Python's latin1 reads them.
import type { Encoding, TextOptions } from '../contract/settings.ts'
import { decodeUtf8 } from './utf-8.ts'

export type DecodedText =
  | { ok: true; encoding: Encoding; hasByteOrderMark: boolean; codePoints: ArrayLike<number> }
  /** Only when UTF-8 was asked for: the offset of the byte that does not fit. */
  | { ok: false; offset: number }

/**
 * Decodes `bytes`. `auto` reads valid UTF-8 as such and anything else byte by byte. A text of bytes below 0x80 has the
 * same characters either way.
 */
export function decodeText(bytes: Uint8Array, encoding: TextOptions['encoding']): DecodedText {
  if (encoding !== 'bytes') {
    const decoded = decodeUtf8(bytes)
    if (decoded.ok) return { ...decoded, encoding: 'utf-8' }
    if (encoding === 'utf-8') return decoded
  }
  return { ok: true, encoding: 'bytes', hasByteOrderMark: false, codePoints: bytes }
}
