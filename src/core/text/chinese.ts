// Whether bytes that are not UTF-8 are Chinese text in GB18030, as editors and Python on a Chinese Windows write it by
// default. Nothing in such a file says so.

const ASCII_END = 0x80
/** Nearly all characters of a Chinese text lie in GB 2312, whose two bytes are both at least this. */
const COMMON_FROM = 0xa1
const COMMON_SHARE = 0.9
/** First bytes of the kana, in GB 2312 as in Japanese EUC: half of a Japanese text, and nearly nothing of a Chinese one. */
const KANA: readonly number[] = [0xa4, 0xa5]
const KANA_SHARE = 0.1

/**
 * True when nine of ten characters beyond ASCII are pairs of high bytes, few of them kana. In a Western European text
 * high bytes mostly stand alone, in one in Big5 every third second byte is a low one; what cannot be decoded is for the
 * decoder to refuse.
 */
export function looksChinese(bytes: Uint8Array): boolean {
  let pairs = 0
  let others = 0
  let kana = 0
  for (let offset = 0; offset < bytes.length; offset++) {
    if (bytes[offset]! < ASCII_END) continue
    const isPair = bytes[offset]! >= COMMON_FROM && (bytes[offset + 1] ?? 0) >= COMMON_FROM
    if (isPair) pairs++
    else others++
    if (isPair && KANA.includes(bytes[offset]!)) kana++
    offset++
  }
  return pairs > 0 && pairs >= COMMON_SHARE * (pairs + others) && kana <= KANA_SHARE * pairs
}
