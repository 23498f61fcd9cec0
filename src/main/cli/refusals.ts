// One line on standard error for what cannot be done, and the exit code that goes with it.
import { errorMessage, type ErrorCode, type ErrorValue } from '#core/contract/errors.ts'
import { EXIT_CODES } from './exit-codes.ts'
import type { Localised } from './localised.ts'
import { messageText, type Message } from './messages.ts'
import type { Terminal } from './terminal.ts'

/** What a command's flags can do about an error: the lab itself does not know of flags. */
export type Hints = Partial<Record<ErrorCode, Localised>>

export function complain(terminal: Terminal, error: ErrorValue, hints: Hints = {}): void {
  const { language } = terminal
  const hint = hints[error.code]
  const sentences = [errorMessage(error, language), ...(hint ? [hint[language]] : [])]
  terminal.note(`charscope: ${sentences.join(' ')}`)
}

/** What goes wrong before the work begins is the arguments' fault or the file's, unless it is ours. */
export function refuse(terminal: Terminal, error: ErrorValue, hints: Hints = {}): number {
  complain(terminal, error, hints)
  return error.code === 'internal' ? EXIT_CODES.failure : EXIT_CODES.usage
}

/** For arguments that are not understood. */
export function refuseArguments(terminal: Terminal, { name, parameters }: Message): number {
  terminal.note(`charscope: ${messageText(name, terminal.language, parameters)}`)
  return EXIT_CODES.usage
}

/** For a flag that a command cannot do without. */
export function refuseMissing(terminal: Terminal, flag: string, usage: string): number {
  return refuseArguments(terminal, { name: 'operand-missing', parameters: { operand: flag, usage } })
}
