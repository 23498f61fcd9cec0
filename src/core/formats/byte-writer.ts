// Writes bytes one after the other into memory that grows by doubling.

const FIRST_CAPACITY = 1024

export class ByteWriter {
  #bytes = new Uint8Array(FIRST_CAPACITY)
  #view = new DataView(this.#bytes.buffer)
  #length = 0

  /** All that was written, a view and not a copy. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  write(bytes: ArrayLike<number>): this {
    const start = this.#grow(bytes.length)
    this.#bytes.set(bytes, start)
    return this
  }

  /** Characters up to U+00FF, one byte each. */
  latin1(text: string): this {
    const start = this.#grow(text.length)
    for (let i = 0; i < text.length; i++) this.#bytes[start + i] = text.charCodeAt(i)
    return this
  }

  uint8(value: number): this {
    const start = this.#grow(1)
    this.#bytes[start] = value
    return this
  }

  uint16(value: number): this {
    const start = this.#grow(2)
    this.#view.setUint16(start, value, true)
    return this
  }

  uint32(value: number): this {
    const start = this.#grow(4)
    this.#view.setUint32(start, value, true)
    return this
  }

  float64BigEndian(value: number): this {
    const start = this.#grow(8)
    this.#view.setFloat64(start, value, false)
    return this
  }

  #grow(length: number): number {
    const start = this.#length
    this.#length += length
    if (this.#length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#length, 2 * this.#bytes.length))
      grown.set(this.#bytes.subarray(0, start))
      this.#bytes = grown
      this.#view = new DataView(grown.buffer)
    }
    return start
  }
}
