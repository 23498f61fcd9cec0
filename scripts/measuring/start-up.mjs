// How soon the packed application's window is painted and can be used, from the start of its process, and how much
// memory it takes at rest. Driven over Chromium's own debugging port, so that nothing of a test slows it down.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { familyOf, memoryOf } from './family-memory.mjs'

const REST_MS = 8000
const LIMIT_MS = 30_000
/** Set by the page when all that it shows first is there and answers. */
const READY_MARK = 'charscope:ready'

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return port
}

async function connect(port) {
  const began = performance.now()
  for (;;) {
    try {
      return await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    } catch (error) {
      if (performance.now() - began > LIMIT_MS) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

async function pageOf(browser) {
  const began = performance.now()
  while (performance.now() - began < LIMIT_MS) {
    const page = browser.contexts().flatMap((context) => context.pages())[0]
    if (page) return page
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The window did not open')
}

/** In the page: when it was painted and ready, as times of day in milliseconds. */
async function timesOf(mark) {
  const entry = (name) => performance.getEntriesByName(name)[0]
  while (!entry(mark) || !entry('first-contentful-paint')) await new Promise((resolve) => setTimeout(resolve, 20))
  const paint = entry('first-contentful-paint').startTime
  return { paintedAt: performance.timeOrigin + paint, readyAt: performance.timeOrigin + entry(mark).startTime }
}

/**
 * One start on a data folder of its own.
 *
 * @param executable of the packed application, on Linux with a display
 * @returns milliseconds to paint and to use, MiB at rest
 */
async function measureStart(executable) {
  const folder = mkdtempSync(join(tmpdir(), 'charscope-start-'))
  const port = await freePort()
  const sandbox = process.getuid() === 0 ? ['--no-sandbox'] : []
  const startedAt = Date.now()
  const application = spawn(executable, [...sandbox, `--remote-debugging-port=${port}`], {
    env: { ...process.env, CHARSCOPE_DATA: folder },
    stdio: 'ignore',
  })
  try {
    const browser = await connect(port)
    const { paintedAt, readyAt } = await (await pageOf(browser)).evaluate(timesOf, READY_MARK)
    await new Promise((resolve) => setTimeout(resolve, REST_MS))
    const { rss, pss } = memoryOf(familyOf(application.pid))
    return { paintedMs: paintedAt - startedAt, readyMs: readyAt - startedAt, rssMebibytes: rss, pssMebibytes: pss }
  } finally {
    application.kill()
    await once(application, 'exit')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Starts the application so many times, packed as it is shipped, and prints each figure's median. */
export async function benchStart(executable, rounds) {
  const starts = []
  for (let round = 0; round < rounds; round++) starts.push(await measureStart(executable))
  const median = (name) => starts.map((start) => start[name]).sort((a, b) => a - b)[Math.floor(rounds / 2)]
  console.log(`median of ${rounds} starts`)
  console.log(
    `  first painted after ${median('paintedMs').toFixed(0)} ms, to be used after ${median('readyMs').toFixed(0)} ms`,
  )
  console.log(
    `  at rest ${median('pssMebibytes').toFixed(0)} MiB (${median('rssMebibytes').toFixed(0)} MiB with what is shared counted in every process)`,
  )
}
