// The two output streams of a terminal program: lines on standard output, messages and one progress bar on standard
// error. What is written is the commands' affair.
import type { Language } from '#core/contract/errors.ts'
import { terminalLanguage } from '#lab/language.ts'

interface Output {
  isTTY?: boolean | undefined
  columns?: number | undefined
  write(text: string): unknown
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown
}

/** What a terminal needs of Node's `process`. */
export interface TerminalProcess {
  stdout: Output
  stderr: Output
  env: NodeJS.ProcessEnv
}

const ERASE_LINE = '\r\u001b[2K'
const DEFAULT_COLUMNS = 80

export class Terminal {
  readonly language: Language
  /** True where a line of standard error can be drawn over. */
  readonly canDraw: boolean
  readonly #process: TerminalProcess
  readonly #failureListeners = new Set<(error: NodeJS.ErrnoException) => void>()
  #failure: NodeJS.ErrnoException | null = null
  #bar = ''

  constructor(process: TerminalProcess) {
    this.#process = process
    this.language = terminalLanguage(process.env)
    this.canDraw = process.stderr.isTTY === true && process.env.TERM !== 'dumb'
    process.stdout.on('error', (error) => this.#fail(error))
    // With nobody left to read messages there is nothing to do about it.
    process.stderr.on('error', () => {})
  }

  get columns(): number {
    return this.#process.stderr.columns ?? DEFAULT_COLUMNS
  }

  /** The error that ended standard output: EPIPE when its reader (`| head`) has seen enough. */
  get outputFailure(): NodeJS.ErrnoException | null {
    return this.#failure
  }

  /** Calls `listener` when standard output cannot be written any more; the function returned ends that. */
  onOutputFailure(listener: (error: NodeJS.ErrnoException) => void): () => void {
    this.#failureListeners.add(listener)
    return () => this.#failureListeners.delete(listener)
  }

  /** Writes a line to standard output, above the bar. Does nothing once that stream has failed. */
  print(line: string): void {
    if (this.#failure) return
    this.#overBar(() => this.#process.stdout.write(line + '\n'))
  }

  /** Writes a line to standard error, above the bar. */
  note(line: string): void {
    this.#overBar(() => this.#process.stderr.write(line + '\n'))
  }

  /** Draws the bar, a single line no wider than `columns`, over the last one; an empty one takes it away. */
  drawBar(line: string): void {
    if (!this.canDraw || line === this.#bar) return
    this.#bar = line
    this.#process.stderr.write(ERASE_LINE + line)
  }

  #overBar(write: () => void): void {
    if (this.#bar !== '') this.#process.stderr.write(ERASE_LINE)
    write()
    if (this.#bar !== '') this.#process.stderr.write(this.#bar)
  }

  #fail(error: NodeJS.ErrnoException): void {
    if (this.#failure) return
    this.#failure = error
    for (const listener of this.#failureListeners) listener(error)
  }
}
