// GB18030, of which GBK and GB 2312 are parts, by the platform's own decoder. That tells no places, so a text that it
// refuses is given to it again, a little at a time.
import type { Decoded } from '#core/text/utf-8.ts'

const LABEL = 'gb18030'
const PIECE_BYTES = 4096

/** Decodes all of `bytes`. */
export function decodeGb18030(bytes: Uint8Array): Decoded {
  try {
    const codePoints = codePointsOf(newDecoder().decode(bytes))
    return { ok: true, codePoints, hasByteOrderMark: false }
  } catch {
    return { ok: false, offset: firstRefused(bytes) }
  }
}

function newDecoder(): TextDecoder {
  return new TextDecoder(LABEL, { fatal: true })
}

function codePointsOf(text: string): Uint32Array {
  const codePoints = new Uint32Array(text.length)
  let length = 0
  for (const character of text) codePoints[length++] = character.codePointAt(0)!
  return codePoints.subarray(0, length)
}

/** The byte at which the decoder gives up; the last one when the text breaks off within a character. */
function firstRefused(bytes: Uint8Array): number {
  const start = firstRefusedPiece(bytes)
  const decoder = newDecoder()
  decoder.decode(bytes.subarray(0, start), { stream: true })
  for (let offset = start; offset < bytes.length; offset++) {
    if (!accepts(decoder, bytes.subarray(offset, offset + 1))) return offset
  }
  return bytes.length - 1
}

/** Where the piece begins in which the decoder gives up. */
function firstRefusedPiece(bytes: Uint8Array): number {
  const decoder = newDecoder()
  let start = 0
  while (start + PIECE_BYTES < bytes.length && accepts(decoder, bytes.subarray(start, start + PIECE_BYTES))) {
    start += PIECE_BYTES
  }
  return start
}

function accepts(decoder: TextDecoder, piece: Uint8Array): boolean {
  try {
    decoder.decode(piece, { stream: true })
    return true
  } catch {
    return false
  }
}
