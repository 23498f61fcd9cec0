// What a command of the terminal front is. Which ones there are stands in commands.ts.
import type { FlagTable } from './flags.ts'
import type { Localised } from './localised.ts'
import type { Arguments } from './parse-flags.ts'
import type { Terminal } from './terminal.ts'

export interface Command<Table extends FlagTable = FlagTable> {
  /** What it takes besides flags, in capitals, all of it required: ['FILE']. */
  operands: readonly string[]
  summary: Localised
  /** Paragraphs for `charscope help COMMAND`. */
  details: readonly Localised[]
  flags: Table
  /** Does the work and answers the exit code. There are as many operands as the command takes. */
  run(terminal: Terminal, given: Arguments<Table>): Promise<number>
}

/** The command as an entry of the table, its flags' types checked against its `run`. */
export function defineCommand<const Table extends FlagTable>(command: Command<Table>): Command {
  return command
}
