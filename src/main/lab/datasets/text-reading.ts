// Reading one text file: its bytes, its characters, its vocabulary. This is long work for a large file, so it runs in
// the text thread; the limits are checked here because here is where the file is read.
import { createHash } from 'node:crypto'
import { TEXT_LIMIT_MEBIBYTES, VOCABULARY_LIMIT, type DatasetDescription } from '#core/contract/datasets.ts'
import type { TextOptions } from '#core/contract/settings.ts'
import { decodeText } from '#core/text/decode.ts'
import { documentKind } from '#core/text/document-kind.ts'
import { countLineBreaks } from '#core/text/line-breaks.ts'
import { characterName, charactersOf, encodeIndices, vocabularyOf, type Vocabulary } from '#core/text/vocabulary.ts'
import { LabError } from '../lab-error.ts'
import { readRegularFile } from '../storage/regular-file.ts'
import { decodeGb18030 } from './gb18030.ts'

const MEBIBYTE = 2 ** 20
const FIRST_LINES = 8
const FIRST_LINE_CHARACTERS = 160

export interface TextRequest {
  path: string
  /** The name to use in messages. */
  fileName: string
  options: TextOptions
  /** Code points of a vocabulary to use instead of the text's own; the text may have no others. */
  vocabulary?: number[]
}

/** A text as a run needs it, and what is told of it. */
export interface ReadText {
  /** (characters) uint16 vocabulary indices, shared with the training threads. */
  indices: SharedArrayBuffer
  /** ix_to_char: the code point of every index. */
  codePoints: number[]
  description: Omit<DatasetDescription, 'dataset'>
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

/** The given vocabulary with the text's counts. @throws LabError when the text has characters that it does not have */
function countedIn(own: Vocabulary, given: number[], fileName: string): Vocabulary {
  const missing = own.codePoints.filter((codePoint) => !given.includes(codePoint))
  if (missing.length > 0) {
    const characters = missing.slice(0, 20).map((codePoint) => characterName(codePoint))
    const more = missing.length > 20 ? ` … (${missing.length})` : ''
    throw new LabError('vocabulary-differs', { file: fileName, characters: characters.join(' ') + more })
  }
  const countOf = new Map(own.codePoints.map((codePoint, index) => [codePoint, own.counts[index]!]))
  return { codePoints: given, counts: given.map((codePoint) => countOf.get(codePoint) ?? 0) }
}

/** Reads, decodes and counts. @throws LabError when the file cannot be a text to train on */
export async function readText({ path, fileName, options, vocabulary: given }: TextRequest): Promise<ReadText> {
  const bytes = await readRegularFile(path, fileName, (size) => requireSize(size, fileName))
  if (bytes.length === 0) throw new LabError('text-empty', { file: fileName })
  const kind = documentKind(bytes)
  if (kind !== null) throw new LabError('text-is-document', { file: fileName, kind })
  const decoded = decodeText(bytes, options.encoding, { gb18030: decodeGb18030 })
  if (!decoded.ok) {
    const { encoding: name, offset } = decoded
    throw new LabError('text-not-in-encoding', { file: fileName, encoding: name.toUpperCase(), offset })
  }
  const { codePoints, encoding, hasByteOrderMark } = decoded
  if (codePoints.length === 0) throw new LabError('text-empty', { file: fileName })

  const own = vocabularyOf(codePoints, options.vocabularyOrder)
  const vocabulary = given ? countedIn(own, given, fileName) : own
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
    codePoints: vocabulary.codePoints,
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

/** What the text thread does. */
export const textWork = { read: readText }
export type TextWork = typeof textWork
