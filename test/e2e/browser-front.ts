// The browser front: its server process, and a real Chromium that opens the address it prints.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { CHROMIUM, ROOT, withoutTour } from './surroundings.ts'

export interface WebProcess {
  /** The address with its token, as printed. */
  address: string
  process: ChildProcess
  /** Everything printed so far. */
  output: () => string
  /** Ctrl+C; the exit code. */
  interrupt: () => Promise<number | null>
}

export async function startWeb(dataFolder: string, environment: Record<string, string> = {}): Promise<WebProcess> {
  await withoutTour(dataFolder)
  const child = spawn(process.execPath, [join(ROOT, 'out/main/web.js'), '--no-open'], {
    env: { ...process.env, LC_ALL: 'C', CHARSCOPE_DATA: dataFolder, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The browser front ended with ${code}: ${printed}`)))
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      const found = /http:\/\/\S+/.exec(printed)
      if (found) resolve(found[0])
    })
  })
  const interrupt = async (): Promise<number | null> => {
    if (child.exitCode === null) {
      child.kill('SIGINT')
      await once(child, 'exit')
    }
    return child.exitCode
  }
  return { address, process: child, output: () => printed, interrupt }
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--lang=en-US'] })
}
