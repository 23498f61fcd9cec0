// What a zip archive says that is in it: its central directory (PKWARE's APPNOTE 4.3 and 4.5.3), zip64 included.
// Unpacking the members is left to zip-member.ts.
import { ByteReader } from './byte-reader.ts'
import { FormatError } from './format-errors.ts'
import { latin1Text, utf8Text } from './python-text.ts'

export const ZIP_MAGIC = [0x50, 0x4b] as const
export const LOCAL_SIGNATURE = 0x04034b50

const MEMBER_SIGNATURE = 0x02014b50
const END_SIGNATURE = 0x06054b50
const END_LENGTH = 22
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50
const ZIP64_LOCATOR_LENGTH = 20
const ZIP64_END_SIGNATURE = 0x06064b50
const ZIP64_EXTRA = 0x0001
const LONGEST_COMMENT = 0xffff
/** A 32-bit field with this value stands for one of 64 bits in the extra fields. */
const ELSEWHERE = 0xffffffff

export interface ZipEntry {
  name: string
  encrypted: boolean
  method: number
  crc: number
  compressedSize: number
  size: number
  localOffset: number
}

/** Where the closing record is: the last one whose comment reaches the end of the file. */
function findEnd(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const first = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT)
  for (let offset = bytes.length - END_LENGTH; offset >= first; offset--) {
    if (view.getUint32(offset, true) !== END_SIGNATURE) continue
    if (offset + END_LENGTH + view.getUint16(offset + 20, true) === bytes.length) return offset
  }
  throw new FormatError('file-truncated', { format: 'npz', offset: bytes.length })
}

function damagedAt(offset: number): FormatError {
  return new FormatError('zip-damaged', { offset })
}

/** Moves `reader` to the first entry; returns how many there are. */
function seekDirectory(reader: ByteReader, end: number): number {
  reader.seek(Math.max(0, end - ZIP64_LOCATOR_LENGTH))
  if (end >= ZIP64_LOCATOR_LENGTH && reader.uint32() === ZIP64_LOCATOR_SIGNATURE) {
    reader.take(4)
    reader.seek(reader.uint64())
    if (reader.uint32() !== ZIP64_END_SIGNATURE) throw damagedAt(reader.offset)
    reader.take(28)
    const count = reader.uint64()
    reader.take(8)
    reader.seek(reader.uint64())
    return count
  }
  reader.seek(end + 10)
  const count = reader.uint16()
  reader.take(4)
  reader.seek(reader.uint32())
  return count
}

/** Replaces what the extra fields hold in 64 bits, in the order in which the standard has it there. */
function readExtraFields(extra: ByteReader, entry: ZipEntry): void {
  while (extra.left >= 4) {
    const [id, length] = [extra.uint16(), extra.uint16()]
    const field = new ByteReader(extra.take(Math.min(length, extra.left)), 'npz')
    if (id !== ZIP64_EXTRA) continue
    for (const key of ['size', 'compressedSize', 'localOffset'] as const) {
      if (entry[key] === ELSEWHERE) entry[key] = field.uint64()
    }
  }
}

function readEntry(reader: ByteReader): ZipEntry {
  const offset = reader.offset
  if (reader.uint32() !== MEMBER_SIGNATURE) throw damagedAt(offset)
  reader.take(4)
  const [flags, method] = [reader.uint16(), reader.uint16()]
  reader.take(4)
  const [crc, compressedSize, size] = [reader.uint32(), reader.uint32(), reader.uint32()]
  const [nameLength, extraLength, commentLength] = [reader.uint16(), reader.uint16(), reader.uint16()]
  reader.take(8)
  const localOffset = reader.uint32()
  const nameBytes = reader.take(nameLength)
  const name = utf8Text(nameBytes) ?? latin1Text(nameBytes)
  const entry = { name, encrypted: (flags & 1) === 1, method, crc, compressedSize, size, localOffset }
  readExtraFields(new ByteReader(reader.take(extraLength), 'npz'), entry)
  reader.take(commentLength)
  return entry
}

/** The members of the archive in the directory's order. @throws FormatError when it is cut short or makes no sense */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
  const reader = new ByteReader(bytes, 'npz')
  const count = seekDirectory(reader, findEnd(bytes))
  const entries: ZipEntry[] = []
  while (entries.length < count) entries.push(readEntry(reader))
  return entries
}
