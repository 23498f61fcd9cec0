// From the arguments of the process to a command: help, version, and one line on standard error for what is not
// understood. The commands themselves are in the table of commands.ts.
import { labOptions } from '#lab/application.ts'
import type { Command } from './command.ts'
import { COMMANDS } from './commands.ts'
import { EXIT_CODES } from './exit-codes.ts'
import { commandHelp, commandUsage, generalHelp } from './help.ts'
import { parseFlags } from './parse-flags.ts'
import { refuseArguments } from './refusals.ts'
import type { Terminal } from './terminal.ts'

const HELP_FLAGS = new Set(['--help', '-h'])
const VERSION_FLAGS = new Set(['--version', '-v'])

function help(terminal: Terminal, name: string | undefined): number {
  if (name === undefined) {
    terminal.print(generalHelp(COMMANDS, terminal.language))
    return EXIT_CODES.success
  }
  const command = findCommand(name)
  if (!command) return refuseArguments(terminal, { name: 'command-unknown', parameters: { command: name } })
  terminal.print(commandHelp(name, command, terminal.language))
  return EXIT_CODES.success
}

function findCommand(name: string): Command | undefined {
  return Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
}

async function runCommand(
  terminal: Terminal,
  name: string,
  command: Command,
  rest: readonly string[],
): Promise<number> {
  const parsed = parseFlags(command.flags, rest, `help ${name}`)
  if (!parsed.ok) return refuseArguments(terminal, parsed.problem)
  const { operands } = parsed.value
  const missing = command.operands[operands.length]
  const unexpected = operands[command.operands.length]
  const usage = commandUsage(name, command, terminal.language)
  if (missing) return refuseArguments(terminal, { name: 'operand-missing', parameters: { operand: missing, usage } })
  if (unexpected)
    return refuseArguments(terminal, { name: 'operand-unexpected', parameters: { operand: unexpected, usage } })
  return await command.run(terminal, parsed.value)
}

/** Does what the arguments (those after the program's name) ask for, and answers the exit code. */
export async function runCommandLine(argumentList: readonly string[], terminal: Terminal): Promise<number> {
  const [first, ...rest] = argumentList
  if (first === undefined || HELP_FLAGS.has(first)) return help(terminal, undefined)
  if (first === 'help') return help(terminal, rest[0])
  if (VERSION_FLAGS.has(first)) {
    terminal.print(labOptions('cli').version)
    return EXIT_CODES.success
  }
  const command = findCommand(first)
  if (!command && first.startsWith('-')) {
    return refuseArguments(terminal, { name: 'flag-unknown', parameters: { flag: first, help: '--help' } })
  }
  if (!command) return refuseArguments(terminal, { name: 'command-unknown', parameters: { command: first } })
  if (rest.some((argument) => HELP_FLAGS.has(argument))) return help(terminal, first)
  return await runCommand(terminal, first, command, rest)
}
