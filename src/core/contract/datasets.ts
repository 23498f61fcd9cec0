// What the lab tells about a text: its place in the list, and its description once it was read.
import { z } from 'zod'
import { textOptionsSchema, type Encoding, type TextOptions } from './settings.ts'

/** The largest file that is opened as a text. */
export const TEXT_LIMIT_MEBIBYTES = 64
/** The most distinct characters that a text may have. */
export const VOCABULARY_LIMIT = 4096

const localised = z.strictObject({ en: z.string(), zh: z.string() })

/** One entry of resources/datasets/datasets.json. Entropies are in bits a character, probabilities in 0..1. */
export const bundledDatasetSchema = z.strictObject({
  id: z.string(),
  file: z.string(),
  title: localised,
  description: localised,
  suggested: z.strictObject({ hiddenSize: z.int(), iterations: z.int(), encoding: textOptionsSchema.shape.encoding }),
  facts: z.record(z.string(), z.number()),
})

export type BundledDataset = z.infer<typeof bundledDatasetSchema>

export interface DatasetSummary {
  id: string
  kind: 'bundled' | 'file' | 'imported'
  /** The file's name without its folder. */
  fileName: string
  /** Where the file is, for the user to read; null for bundled and imported texts. */
  location: string | null
  /** False when the file was not there at the last look. */
  available: boolean
  /** Title, description, suggested settings and known figures of a bundled text. */
  bundled: Omit<BundledDataset, 'id' | 'file'> | null
}

export interface CharacterCount {
  character: string
  count: number
}

export interface DatasetDescription {
  dataset: DatasetSummary
  options: TextOptions
  /** What `auto` found, or what was asked for. */
  encoding: Encoding
  hasByteOrderMark: boolean
  bytes: number
  characters: number
  /** Line breaks by kind; CRLF is kept as it is, as two characters. */
  lineBreaks: { lf: number; crlf: number; cr: number }
  /** Every distinct character with its count, the most frequent first; its length is the vocabulary's size. */
  counts: CharacterCount[]
  firstLines: string[]
  /** SHA-256 of the file's bytes, hexadecimal. */
  sha256: string
}

export interface DatasetList {
  bundled: DatasetSummary[]
  /** Files opened before, the latest first. */
  recent: DatasetSummary[]
}
