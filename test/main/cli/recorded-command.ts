// Runs a command line within the test's own process: for what is answered before any lab is opened.
import { runCommandLine } from '../../../src/main/cli/command-line.ts'
import { Terminal } from '../../../src/main/cli/terminal.ts'
import type { Ended } from './cli-process.ts'

export async function runHere(argumentList: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const written = { stdout: '', stderr: '' }
  const stream = (name: keyof typeof written) => ({
    write: (text: string) => (written[name] += text),
    on: () => undefined,
  })
  const terminal = new Terminal({ stdout: stream('stdout'), stderr: stream('stderr'), env: { LC_ALL: 'C', ...env } })
  const code = await runCommandLine(argumentList, terminal)
  return { code, ...written }
}
