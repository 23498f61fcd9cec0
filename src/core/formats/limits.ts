// How much a file may ask of the reader. Every limit is far above the largest network that the lab trains.
import { FormatError } from './format-errors.ts'

export const MEBIBYTE = 2 ** 20
const SIZE_LIMIT_MEBIBYTES = 384

/** Instructions of one pickle; a vocabulary of 4,096 characters takes some 30,000. */
export const INSTRUCTION_LIMIT = 2_000_000

/** Containers inside containers. What is read is never deeper, so that code may walk it recursively. */
export const NESTING_LIMIT = 100

/** Dimensions of an array, as many as NumPy 1 allows. */
export const DIMENSION_LIMIT = 32

/** Bytes, or decimal digits, of a Python integer. */
export const INTEGER_LENGTH_LIMIT = 1024

/** @throws FormatError when a file of `bytes` bytes is larger than any snapshot */
export function requireFileSize(bytes: number): void {
  if (bytes <= SIZE_LIMIT_MEBIBYTES * MEBIBYTE) return
  const mebibytes = Math.ceil(bytes / MEBIBYTE)
  throw new FormatError('file-too-large', { mebibytes, limit: SIZE_LIMIT_MEBIBYTES })
}

/** The memory that what is in one file may take. A few bytes can ask for much: zeros packed, or one string used often. */
export class Budget {
  #left = SIZE_LIMIT_MEBIBYTES * MEBIBYTE

  /** @throws FormatError when there are not `bytes` left */
  spend(bytes: number): void {
    this.#left -= bytes
    if (!(this.#left >= 0)) throw new FormatError('contents-too-large', { limit: SIZE_LIMIT_MEBIBYTES })
  }
}
