// A file of JSON lines that only grows. Lines are collected and appended one batch after the other, so that a caller
// never waits; a line that a crash cut off at the end is passed over when the file is read.
import { open, readFile } from 'node:fs/promises'
import { patiently } from './patiently.ts'

export class LineLog {
  readonly path: string
  readonly #onError: (error: unknown) => void
  #waiting: string[] = []
  #writing: Promise<void> | null = null
  /** Length of the file once everything appended is written, in bytes. */
  #length = 0

  /** Appends to the file at `path`, of which `length` bytes are there. `onError` is told when the disk refuses. */
  constructor(path: string, onError: (error: unknown) => void, length = 0) {
    this.path = path
    this.#onError = onError
    this.#length = length
  }

  /** Adds a line; returns the byte offset at which it starts and its length without the line break. */
  append(entry: unknown): { offset: number; length: number } {
    const line = `${JSON.stringify(entry)}\n`
    const place = { offset: this.#length, length: Buffer.byteLength(line) - 1 }
    this.#length += place.length + 1
    this.#waiting.push(line)
    this.#writing ??= this.#write()
    return place
  }

  /** Resolves when everything appended so far is in the file. */
  async flush(): Promise<void> {
    while (this.#writing) await this.#writing
  }

  async #write(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        const batch = this.#waiting.join('')
        this.#waiting = []
        await this.#append(batch)
      }
    } catch (error) {
      this.#onError(error)
    } finally {
      this.#writing = null
    }
  }

  async #append(batch: string): Promise<void> {
    const file = await patiently(() => open(this.path, 'a'))
    try {
      await file.appendFile(batch)
    } finally {
      await file.close()
    }
  }

  /** One line as it was appended. */
  async read(place: { offset: number; length: number }): Promise<unknown> {
    await this.flush()
    const file = await open(this.path, 'r')
    try {
      const bytes = Buffer.alloc(place.length)
      await file.read(bytes, 0, place.length, place.offset)
      return JSON.parse(bytes.toString('utf8'))
    } finally {
      await file.close()
    }
  }
}

/** Every whole line of the file that is JSON, with its place; none when there is no such file. */
export async function readLines(path: string): Promise<{ entry: unknown; offset: number; length: number }[]> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0))
  const lines = []
  let offset = 0
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, offset)) {
    const length = end - offset
    try {
      lines.push({ entry: JSON.parse(bytes.toString('utf8', offset, end)) as unknown, offset, length })
    } catch {
      // Cut off or damaged: the lines around it still count.
    }
    offset = end + 1
  }
  return lines
}
