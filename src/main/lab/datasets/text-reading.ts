// Reading one text file: its bytes, its characters, its vocabulary. This is long work for a large file, so it runs in
// the text thread; the limits are checked here because here is where the file is read.
import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { TEXT_LIMIT_MEBIBYTES, VOCABULARY_LIMIT, type DatasetDescription } from '#core/contract/datasets.ts'
import type { TextOptions } from '#core/contract/settings.ts'
import { decodeText } from '#core/text/decode.ts'
import { countLineBreaks } from '#core/text/line-breaks.ts'
import { charactersOf, encodeIndices, vocabularyOf } from '#core/text/vocabulary.ts'
import { LabError, systemCodeOf } from '../lab-error.ts'

const MEBIBYTE = 2 ** 20
/** Opening a named pipe must not wait for ever for somebody to write into it; Windows has no such flag. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)
const FIRST_LINES = 8
const FIRST_LINE_CHARACTERS = 160

export interface TextRequest {
  path: string
  /** The name to use in messages. */
  fileName: string
  options: TextOptions
}

/** A text as a run needs it, and what is told of it. */
export interface ReadText {
  /** (characters) uint16 vocabulary indices, shared with the training threads. */
  indices: SharedArrayBuffer
  /** ix_to_char: the character of every index. */
  characters: string[]
  description: Omit<DatasetDescription, 'dataset'>
}

const REFUSALS: Record<string, 'file-missing' | 'file-is-folder'> = {
  ENOENT: 'file-missing',
  ENOTDIR: 'file-missing',
  EISDIR: 'file-is-folder',
}

async function readBytes(path: string, fileName: string): Promise<Uint8Array> {
  try {
    const file = await open(path, OPEN_FLAGS)
    try {
      const status = await file.stat()
      if (status.isDirectory()) throw new LabError('file-is-folder', { file: fileName })
      if (!status.isFile()) throw new LabError('file-unreadable', { file: fileName, detail: 'not a regular file' })
      requireSize(status.size, fileName)
      return await file.readFile()
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof LabError) throw error
    const code = systemCodeOf(error)
    throw new LabError(REFUSALS[code] ?? 'file-unreadable', { file: fileName, detail: code })
  }
}

/** Refuses a file of more bytes than a text may have. */
export function requireSize(bytes: number, fileName: string): void {
  if (bytes <= TEXT_LIMIT_MEBIBYTES * MEBIBYTE) return
  const mebibytes = (bytes / MEBIBYTE).toFixed(1)
  throw new LabError('text-too-large', { file: fileName, mebibytes, limit: TEXT_LIMIT_MEBIBYTES })
}

function firstLinesOf(codePoints: ArrayLike<number>): string[] {
  const start = Array.from({ length: Math.min(codePoints.length, FIRST_LINES * FIRST_LINE_CHARACTERS) }, (_, i) =>
    String.fromCodePoint(codePoints[i]!),
  ).join('')
  const lines = start.split(/\r\n|\n|\r/).slice(0, FIRST_LINES)
  return lines.map((line) => [...line].slice(0, FIRST_LINE_CHARACTERS).join(''))
}

/** Reads, decodes and counts. @throws LabError when the file cannot be a text to train on */
export async function readText({ path, fileName, options }: TextRequest): Promise<ReadText> {
  const bytes = await readBytes(path, fileName)
  if (bytes.length === 0) throw new LabError('text-empty', { file: fileName })
  const decoded = decodeText(bytes, options.encoding)
  if (!decoded.ok) throw new LabError('text-not-utf8', { file: fileName, offset: decoded.offset })
  const { codePoints, encoding, hasByteOrderMark } = decoded
  if (codePoints.length === 0) throw new LabError('text-empty', { file: fileName })

  const vocabulary = vocabularyOf(codePoints, options.vocabularyOrder)
  const unique = vocabulary.codePoints.length
  if (unique === 1) throw new LabError('text-single-character', { file: fileName })
  if (unique > VOCABULARY_LIMIT) {
    throw new LabError('text-too-many-characters', { file: fileName, unique, limit: VOCABULARY_LIMIT })
  }
  const indices = new SharedArrayBuffer(codePoints.length * Uint16Array.BYTES_PER_ELEMENT)
  encodeIndices(codePoints, vocabulary, new Uint16Array(indices))

  const characters = charactersOf(vocabulary)
  const counts = characters.map((character, index) => ({ character, count: vocabulary.counts[index]! }))
  return {
    indices,
    characters,
    description: {
      options,
      encoding,
      hasByteOrderMark,
      bytes: bytes.length,
      characters: codePoints.length,
      lineBreaks: countLineBreaks(codePoints),
      counts: counts.sort((a, b) => b.count - a.count),
      firstLines: firstLinesOf(codePoints),
      sha256: createHash('sha256').update(bytes).digest('hex'),
    },
  }
}
