// Zip archives that lie: made honestly first, then changed field by field in the central directory.

const MEMBER_SIGNATURE = 0x02014b50

/** Bytes from the start of a directory entry to each field, and how many it takes. */
const FIELDS = {
  flags: { offset: 8, bytes: 2 },
  method: { offset: 10, bytes: 2 },
  crc: { offset: 16, bytes: 4 },
  compressedSize: { offset: 20, bytes: 4 },
  size: { offset: 24, bytes: 4 },
  localOffset: { offset: 42, bytes: 4 },
} as const

/** A copy of `archive` whose directory entry `index` says what `changes` say. */
export function withEntry(
  archive: Uint8Array,
  index: number,
  changes: Partial<Record<keyof typeof FIELDS, number>>,
): Uint8Array {
  const copy = Uint8Array.from(archive)
  const view = new DataView(copy.buffer)
  let entry = 0
  for (let found = -1; ; entry++) {
    if (view.getUint32(entry, true) === MEMBER_SIGNATURE) found++
    if (found === index) break
  }
  for (const [name, value] of Object.entries(changes)) {
    const { offset, bytes } = FIELDS[name as keyof typeof FIELDS]
    if (bytes === 2) view.setUint16(entry + offset, value, true)
    else view.setUint32(entry + offset, value, true)
  }
  return copy
}

/** A copy of `archive` whose closing record says that the directory begins at `offset`. There must be no comment. */
export function withDirectoryAt(archive: Uint8Array, offset: number): Uint8Array {
  const copy = Uint8Array.from(archive)
  new DataView(copy.buffer).setUint32(copy.length - 6, offset, true)
  return copy
}
