// Unpacks one member of a zip archive, stored or deflated, and makes sure that it is what was packed. A member that
// claims more than its bytes can hold is refused before memory is taken, one that holds more than it claims while it
// is unpacked.
import { Inflate } from 'fflate/browser'
import { ByteReader } from './byte-reader.ts'
import { crc32 } from './crc-32.ts'
import { FormatError } from './format-errors.ts'
import { LOCAL_SIGNATURE, type ZipEntry } from './zip-directory.ts'

const STORED = 0
const DEFLATED = 8

/** The most bytes that deflate can make out of one, and what a few bytes may make beyond that. */
const GREATEST_RATIO = 1032
const SLACK = 1032

/** Compressed bytes that are unpacked at a time, so that a liar's output stays small until it is counted. */
const PIECE = 2 ** 14

function packedBytes(archive: Uint8Array, entry: ZipEntry): Uint8Array {
  const reader = new ByteReader(archive, 'npz')
  reader.seek(entry.localOffset)
  if (reader.uint32() !== LOCAL_SIGNATURE) throw new FormatError('zip-member-damaged', { member: entry.name })
  reader.take(22)
  const [nameLength, extraLength] = [reader.uint16(), reader.uint16()]
  reader.take(nameLength + extraLength)
  return reader.take(entry.compressedSize)
}

/** Null when the packed bytes are not deflated data of exactly `size` bytes. */
function inflate(packed: Uint8Array, size: number): Uint8Array | null {
  if (size > packed.length * GREATEST_RATIO + SLACK) return null
  const unpacked = new Uint8Array(size)
  let length = 0
  const inflater = new Inflate((piece) => {
    if (length + piece.length > size) throw new RangeError('more than was claimed')
    unpacked.set(piece, length)
    length += piece.length
  })
  try {
    for (let start = 0; start < packed.length; start += PIECE) {
      inflater.push(packed.subarray(start, start + PIECE), start + PIECE >= packed.length)
    }
  } catch {
    return null
  }
  return length === size ? unpacked : null
}

/** The member's bytes, a copy. @throws FormatError when they cannot be read or are not those that were packed */
export function unpackMember(archive: Uint8Array, entry: ZipEntry): Uint8Array {
  const { name: member, method, size } = entry
  if (entry.encrypted) throw new FormatError('zip-encrypted', { member })
  if (method !== STORED && method !== DEFLATED) throw new FormatError('zip-method-unknown', { member, method })
  const packed = packedBytes(archive, entry)
  const bytes = method === DEFLATED ? inflate(packed, size) : packed.length === size ? new Uint8Array(packed) : null
  if (!bytes || crc32(bytes) !== entry.crc) throw new FormatError('zip-member-damaged', { member })
  return bytes
}
