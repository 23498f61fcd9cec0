// How fast the packed application trains with its window open and its chart alive, next to `charscope train` in a terminal:
// the same run, in turns. Electron up to 40 or so has the engine check every memory access of the kernel by itself, which
// costs a fifth; later ones leave that to the processor (their fuse WasmTrapHandlers), as Node.js does. So the terminal's
// program is run in both ways, and the window is to be held against the one that does as its Electron does.
import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'
import { openDesktop } from './desktop-front.mjs'
import { ROOT, runCharscope } from './programs.mjs'
import { compare } from './rounds.mjs'
import { runSettings, TEXT_OPTIONS } from './run-settings.mjs'

/** Iterations are such that a run takes some seconds. */
const RUNS = [
  { hiddenSize: 100, iterations: 30_000 },
  { hiddenSize: 250, iterations: 8000 },
]
const TEXT = 'chronicle-play'
const CHECKED = '--disable-wasm-trap-handler'
const LOOK_MS = 250

async function trainInTerminal({ hiddenSize, iterations }, nodeOptions = []) {
  const options = ['--hidden', hiddenSize, '--iterations', iterations, '--sample-every', 0, '--snapshot-every', 0]
  const text = join(ROOT, `resources/datasets/${TEXT}.txt`)
  const { closing } = await runCharscope([text, ...options.map(String)], nodeOptions)
  return closing.iterations / closing.seconds
}

async function trainInWindow({ page, call }, { hiddenSize, iterations }) {
  const settings = runSettings(iterations, { hiddenSize })
  const { id } = await call('runs.start', { datasetId: TEXT, options: TEXT_OPTIONS, settings })
  // The window shows the run that was started last when it opens.
  await page.reload()
  await page.locator('canvas').first().waitFor()
  for (;;) {
    await pause(LOOK_MS)
    const run = (await call('runs.list', {})).find((one) => one.id === id)
    if (run.state === 'finished') return run.iteration / run.seconds
    if (run.state === 'failed') throw new Error(`The run failed: ${JSON.stringify(run.failure)}`)
  }
}

/** @param executable packed as TEST_BUILD @param {number} rounds */
export async function measureDesktopSpeed(executable, rounds) {
  const sections = []
  for (const run of RUNS) {
    const front = await openDesktop(executable)
    try {
      const programs = {
        'in a terminal': () => trainInTerminal(run),
        ...(process.allowedNodeEnvironmentFlags.has(CHECKED) && {
          'in a terminal, accesses checked': () => trainInTerminal(run, [CHECKED]),
        }),
        'in the window, its chart alive': () => trainInWindow(front, run),
      }
      const results = await compare(programs, 'in a terminal', rounds)
      const title = `The desktop application, H=${run.hiddenSize}, batch 1`
      sections.push({ title, unit: 'iterations/s', base: 'in a terminal', results })
    } finally {
      await front.close()
    }
  }
  return sections
}
