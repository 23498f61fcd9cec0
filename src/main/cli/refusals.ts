// One line on standard error for what cannot be done, and the exit code that goes with it.
import { errorMessage, type ErrorValue } from '#core/contract/errors.ts'
import { EXIT_CODES } from './exit-codes.ts'
import { messageText, type Message } from './messages.ts'
import type { Terminal } from './terminal.ts'

export function complain(terminal: Terminal, error: ErrorValue): void {
  terminal.note(`charscope: ${errorMessage(error, terminal.language)}`)
}

/** What goes wrong before the work begins is the arguments' fault or the file's, unless it is ours. */
export function refuse(terminal: Terminal, error: ErrorValue): number {
  complain(terminal, error)
  return error.code === 'internal' ? EXIT_CODES.failure : EXIT_CODES.usage
}

/** For arguments that are not understood. */
export function refuseArguments(terminal: Terminal, { name, parameters }: Message): number {
  terminal.note(`charscope: ${messageText(name, terminal.language, parameters)}`)
  return EXIT_CODES.usage
}
