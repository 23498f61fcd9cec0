// Starts the bundled terminal front as a child process, in English and with a data folder of its own unless told.
import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import { onTestFinished } from 'vitest'

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

export interface CliProcess {
  child: ChildProcessByStdio<null, Readable, Readable>
  ended: Promise<Ended>
}

/** A folder that is removed when the test has finished. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'charscope-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The path of a file with this content in a folder of its own. */
export function textFile(content: string | Uint8Array, name = 'text.txt'): string {
  const file = join(temporaryFolder(), name)
  writeFileSync(file, content)
  return file
}

export function startCli(
  cli: string,
  argumentList: readonly string[],
  environment: Record<string, string> = {},
): CliProcess {
  const child = spawn(process.execPath, [cli, ...argumentList], {
    env: { ...process.env, LC_ALL: 'C', CHARSCOPE_DATA: temporaryFolder(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
  const ended = Promise.all([closed, text(child.stdout), text(child.stderr)]).then(([code, stdout, stderr]) => ({
    code,
    stdout,
    stderr,
  }))
  return { child, ended }
}

export async function runCli(
  cli: string,
  argumentList: readonly string[],
  environment?: Record<string, string>,
): Promise<Ended> {
  return await startCli(cli, argumentList, environment).ended
}
