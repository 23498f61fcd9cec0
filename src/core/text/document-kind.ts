// Files that are opened as texts by mistake: documents, pictures and archives, known by how they begin. Their bytes
// could be learned, but nobody means that.
import { ZIP_MAGIC } from '../formats/zip-directory.ts'
import { beginsWith } from './begins-with.ts'

const letters = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0))

const BEGINNINGS: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ['PDF', letters('%PDF-')],
  ['RTF', letters('{\\rtf')],
  ['DOC / XLS', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['ZIP / DOCX / XLSX / EPUB', [...ZIP_MAGIC, 3, 4]],
  ['GZIP', [0x1f, 0x8b, 8]],
  ['PNG', [0x89, ...letters('PNG\r\n'), 0x1a]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', letters('GIF8')],
]

/** The endings of the names that files like this have; null for what may be a plain text. */
export function documentKind(bytes: Uint8Array): string | null {
  const found = BEGINNINGS.find(([, beginning]) => beginsWith(bytes, beginning))
  return found?.[0] ?? null
}
