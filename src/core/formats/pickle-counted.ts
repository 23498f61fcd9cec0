// How the binary pickle protocols spell strings and integers: a length and that many bytes.
import { INTEGER_LENGTH_LIMIT } from './limits.ts'
import { MalformedPickle } from './pickle-machine.ts'
import { utf8Text } from './python-text.ts'
import { ByteString } from './python-values.ts'

/** A Python 2 str. */
export function str(data: Uint8Array): ByteString {
  return new ByteString(data, 'str')
}

/** A Python 3 bytes or bytearray. */
export function bytes(data: Uint8Array): ByteString {
  return new ByteString(data, 'bytes')
}

/** A Unicode string, in UTF-8. */
export function text(data: Uint8Array): string {
  const decoded = utf8Text(data)
  if (decoded === null) throw new MalformedPickle()
  return decoded
}

/** An integer in two's complement, the least byte first. */
export function longInteger(data: Uint8Array): bigint {
  if (data.length > INTEGER_LENGTH_LIMIT) throw new MalformedPickle()
  const value = data.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n)
  return BigInt.asIntN(8 * data.length, value)
}
