// NumPy's types of array entries that are read here: one table of the numbers, and the three others beside it. How
// entries become values is left to array-entries.ts.

/** Numbers by NumPy's code, with the typed array that holds them; b1 is 0 or 1. */
export const NUMBER_ARRAYS = {
  f8: Float64Array,
  f4: Float32Array,
  i1: Int8Array,
  i2: Int16Array,
  i4: Int32Array,
  i8: BigInt64Array,
  u1: Uint8Array,
  u2: Uint16Array,
  u4: Uint32Array,
  u8: BigUint64Array,
  b1: Uint8Array,
} as const

export type NumberCode = keyof typeof NUMBER_ARRAYS
/** Over memory of its own or shared. */
export type NumberArray =
  | Float64Array
  | Float32Array
  | Int8Array
  | Int16Array
  | Int32Array
  | BigInt64Array
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | BigUint64Array

/** A number's code; S: bytes and U: text of a fixed length, padded with zeros; O: any Python value. */
export type DtypeCode = NumberCode | 'S' | 'U' | 'O'

/** Bytes of one character of a U. */
export const CHARACTER_SIZE = 4

export class Dtype {
  readonly code: DtypeCode
  /** Bytes of one entry; 8 for O, whose entries lie elsewhere. */
  readonly itemSize: number
  /** Only of the file that is being read: arrays in memory are in the platform's order. */
  bigEndian: boolean

  constructor(code: DtypeCode, itemSize: number, bigEndian = false) {
    this.code = code
    this.itemSize = itemSize
    this.bigEndian = bigEndian
  }

  /** The code with its length where it has one: f8, S1, U12, O. */
  get name(): string {
    if (this.code === 'S') return `S${this.itemSize}`
    return this.code === 'U' ? `U${this.itemSize / CHARACTER_SIZE}` : this.code
  }

  /** `|` where there is no byte order, `<` otherwise: what is written is little-endian. */
  get writtenOrder(): '<' | '|' {
    return this.code === 'S' || this.code === 'O' || this.itemSize === 1 ? '|' : '<'
  }
}

export function isNumberCode(code: string): code is NumberCode {
  return Object.hasOwn(NUMBER_ARRAYS, code)
}

export function numberDtype(code: NumberCode): Dtype {
  return new Dtype(code, NUMBER_ARRAYS[code].BYTES_PER_ELEMENT)
}

/** The type that NumPy calls `descr` (`<f8`, `|S1`, `>U3`, `O8`); null when it is none of those read here. */
export function parseDtype(descr: string): Dtype | null {
  const match = /^([<>|=]?)([a-zA-Z])(\d{0,6})$/.exec(descr)
  if (!match) return null
  const [, order = '', letter = '', digits = ''] = match
  const bigEndian = order === '>'
  const code = letter + digits
  if (isNumberCode(code)) return new Dtype(code, NUMBER_ARRAYS[code].BYTES_PER_ELEMENT, bigEndian)
  const length = Number(digits)
  if (letter === 'S' && length > 0) return new Dtype('S', length)
  if (letter === 'U' && length > 0) return new Dtype('U', CHARACTER_SIZE * length, bigEndian)
  return letter === 'O' && ['', '4', '8'].includes(digits) ? new Dtype('O', 8) : null
}
