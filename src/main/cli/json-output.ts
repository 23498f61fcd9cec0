// JSON on standard output, one value a line.
import type { Terminal } from './terminal.ts'

export function printJson(terminal: Terminal, value: unknown): void {
  terminal.print(JSON.stringify(value))
}
