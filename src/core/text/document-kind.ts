// Files that are opened as texts by mistake: documents, pictures and archives, known by how they begin. Their bytes
// could be learned, but nobody means that.

const letters = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0))

const BEGINNINGS: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ['PDF', letters('%PDF-')],
  ['RTF', letters('{\\rtf')],
  ['DOC / XLS', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['ZIP / DOCX / XLSX / EPUB', [...letters('PK'), 3, 4]],
  ['GZIP', [0x1f, 0x8b, 8]],
  ['PNG', [0x89, ...letters('PNG\r\n'), 0x1a]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', letters('GIF8')],
]

/** What `bytes` are when they are none of a plain text, by the endings of such files' names; else null. */
export function documentKind(bytes: Uint8Array): string | null {
  const found = BEGINNINGS.find(([, beginning]) => beginning.every((byte, i) => bytes[i] === byte))
  return found?.[0] ?? null
}
