// From a file's bytes to characters: Unicode code points, or one character a byte as Python's latin1 reads them.
import type { Encoding, TextOptions } from '../contract/settings.ts'
import { looksChinese } from './chinese.ts'
import { decodeUtf16, hasUtf16Mark } from './utf-16.ts'
import { decodeUtf8, type Decoded } from './utf-8.ts'

export type DecodedText =
  | { ok: true; encoding: Encoding; hasByteOrderMark: boolean; codePoints: ArrayLike<number> }
  /** Only of the encoding that was asked for: the offset of the byte that does not fit. */
  | { ok: false; encoding: Encoding; offset: number }

/** Encodings whose tables are the platform's. */
export interface PlatformDecoders {
  gb18030: (bytes: Uint8Array) => Decoded
}

/**
 * Decodes `bytes`. `auto` takes what a byte order mark says, valid UTF-8 as such, what looks like Chinese in GB18030 as
 * that, and anything else byte by byte. A text of bytes below 0x80 has the same characters in all of them but UTF-16.
 */
export function decodeText(
  bytes: Uint8Array,
  encoding: TextOptions['encoding'],
  platform: PlatformDecoders,
): DecodedText {
  const decoders = { 'utf-8': decodeUtf8, 'utf-16': decodeUtf16, ...platform }
  const byBytes = { ok: true, encoding: 'bytes', hasByteOrderMark: false, codePoints: bytes } as const
  if (encoding === 'bytes') return byBytes
  if (encoding !== 'auto') return { ...decoders[encoding](bytes), encoding }
  for (const candidate of candidates(bytes)) {
    const decoded = decoders[candidate](bytes)
    if (decoded.ok) return { ...decoded, encoding: candidate }
  }
  return byBytes
}

/** What `bytes` may be encoded in, the likeliest first. */
function candidates(bytes: Uint8Array): Exclude<Encoding, 'bytes'>[] {
  if (hasUtf16Mark(bytes)) return ['utf-16']
  return looksChinese(bytes) ? ['utf-8', 'gb18030'] : ['utf-8']
}
