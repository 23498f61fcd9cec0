// Between bytes and strings as Python's latin1 and UTF-8 codecs have it, in pieces small enough for any length of text.
import { decodeUtf8 } from '../text/utf-8.ts'

const PIECE = 8192
const BYTE_ORDER_MARK = '\ufeff'

/** For pieces only: every unit is an argument of the call. */
function charactersOf(units: ArrayLike<number>): string {
  return Reflect.apply(String.fromCharCode, null, units)
}

/** One character a byte. */
export function latin1Text(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let start = 0; start < bytes.length; start += PIECE) {
    pieces.push(charactersOf(bytes.subarray(start, start + PIECE)))
  }
  return pieces.join('')
}

/** One byte a character; null when one is above U+00FF. */
export function latin1Bytes(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 0xff) return null
    bytes[i] = code
  }
  return bytes
}

/** The characters with these code points, at most 0x10ffff each. */
export function textOfCodePoints(codePoints: Uint32Array): string {
  const pieces: string[] = []
  for (let start = 0; start < codePoints.length; start += PIECE) {
    const piece = codePoints.subarray(start, start + PIECE)
    pieces.push(piece.some((one) => one > 0xffff) ? String.fromCodePoint(...piece) : charactersOf(piece))
  }
  return pieces.join('')
}

/** The end of a piece that begins at `start`, moved back so that no sequence is cut in two. */
function endOfPiece(bytes: Uint8Array, start: number): number {
  let end = Math.min(start + PIECE, bytes.length)
  while (end < bytes.length && end > start + 1 && (bytes[end]! & 0xc0) === 0x80) end--
  return end
}

/** The text that `bytes` spell; null when they are not UTF-8. A byte order mark is a character like any other. */
export function utf8Text(bytes: Uint8Array): string | null {
  const pieces: string[] = []
  for (let start = 0; start < bytes.length;) {
    const end = endOfPiece(bytes, start)
    const piece = decodeUtf8(bytes.subarray(start, end))
    if (!piece.ok) return null
    if (piece.hasByteOrderMark) pieces.push(BYTE_ORDER_MARK)
    pieces.push(textOfCodePoints(piece.codePoints))
    start = end
  }
  return pieces.join('')
}

/** UTF-8. A surrogate without its partner becomes three bytes, as in Python's own pickles (`surrogatepass`). */
export function utf8Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(3 * text.length)
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i)!
    if (code < 0x80) {
      bytes[length++] = code
      continue
    }
    if (code < 0x800) bytes[length++] = 0xc0 | (code >> 6)
    else {
      if (code < 0x10000) bytes[length++] = 0xe0 | (code >> 12)
      else {
        bytes[length++] = 0xf0 | (code >> 18)
        bytes[length++] = 0x80 | ((code >> 12) & 0x3f)
        i++
      }
      bytes[length++] = 0x80 | ((code >> 6) & 0x3f)
    }
    bytes[length++] = 0x80 | (code & 0x3f)
  }
  return bytes.subarray(0, length)
}
