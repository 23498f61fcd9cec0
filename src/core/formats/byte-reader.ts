// Reads numbers, runs of bytes and lines one after the other. What lies past the end is a truncated file.
import { FormatError } from './format-errors.ts'

const LINE_FEED = 0x0a

export class ByteReader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #format: string
  #offset = 0

  /** @param format names the data in the error of a truncated file */
  constructor(bytes: Uint8Array, format: string) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#format = format
  }

  get offset(): number {
    return this.#offset
  }

  get left(): number {
    return this.#bytes.length - this.#offset
  }

  /** Goes on reading at `offset`. */
  seek(offset: number): void {
    if (!(offset >= 0 && offset <= this.#bytes.length)) throw this.#truncated()
    this.#offset = offset
  }

  /** The next `length` bytes, a view and not a copy. A negative length fails as one past the end does. */
  take(length: number): Uint8Array {
    const start = this.#advance(length)
    return this.#bytes.subarray(start, start + length)
  }

  /** The bytes up to the next line feed, which is passed over. */
  line(): Uint8Array {
    const end = this.#bytes.indexOf(LINE_FEED, this.#offset)
    if (end < 0) throw this.#truncated()
    const line = this.take(end - this.#offset)
    this.#offset++
    return line
  }

  uint8(): number {
    return this.#view.getUint8(this.#advance(1))
  }

  uint16(): number {
    return this.#view.getUint16(this.#advance(2), true)
  }

  uint32(): number {
    return this.#view.getUint32(this.#advance(4), true)
  }

  int32(): number {
    return this.#view.getInt32(this.#advance(4), true)
  }

  /** Rounded above 2^53: a length of that size is past every end. */
  uint64(): number {
    const low = this.uint32()
    return this.uint32() * 2 ** 32 + low
  }

  float64BigEndian(): number {
    return this.#view.getFloat64(this.#advance(8), false)
  }

  #advance(length: number): number {
    if (!(length >= 0 && length <= this.left)) throw this.#truncated()
    const start = this.#offset
    this.#offset += length
    return start
  }

  #truncated(): FormatError {
    return new FormatError('file-truncated', { format: this.#format, offset: this.#offset })
  }
}
