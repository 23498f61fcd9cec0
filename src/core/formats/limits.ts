// How much a file may ask of the reader. Every limit is far above the largest network that the lab trains.

/** Bytes of a file, and of all that an archive unpacks to. */
export const SIZE_LIMIT_MEBIBYTES = 512
export const MEBIBYTE = 2 ** 20

/** Instructions of one pickle; a vocabulary of 4,096 characters takes some 30,000. */
export const INSTRUCTION_LIMIT = 2_000_000

/** Containers inside containers. What is read is never deeper, so that code may walk it recursively. */
export const NESTING_LIMIT = 100

/** Dimensions of an array, as many as NumPy 1 allows. */
export const DIMENSION_LIMIT = 32

/** Bytes, or decimal digits, of a Python integer. */
export const INTEGER_LENGTH_LIMIT = 1024
