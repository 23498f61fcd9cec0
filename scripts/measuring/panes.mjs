// Eight panes that stream at full speed beside a training run, in the packed application with its window open: how late
// the main process gets, how fast the panes write, and whether the memory stays where it is.
import { setTimeout as pause } from 'node:timers/promises'
import { openDesktop } from './desktop-front.mjs'
import { familyOf, memoryOf } from './family-memory.mjs'
import { runSettings, TEXT_OPTIONS } from './run-settings.mjs'

const TEMPERATURES = [0.2, 0.5, 0.8, 1, 1.2, 1.5, 2, 5]
const RUN = runSettings(2_000_000_000, { sampleEvery: 100, snapshotEvery: 1000 })
const EVERY_SECONDS = 10
/** Between two looks at the clock of the main process's event loop. */
const LOOK_MS = 5
/** What is built once, and the compiler's work, is not what lasts. */
const SETTLE_MS = 5000

/** Has the main process note how late its event loop is; `ask` answers for the time since it was asked last. */
async function watchLoop(application) {
  await application.evaluate((_, resolution) => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    globalThis.loopDelay = monitorEventLoopDelay({ resolution })
    globalThis.loopDelay.enable()
  }, LOOK_MS)
  return () =>
    application.evaluate((_, resolution) => {
      const { loopDelay } = globalThis
      // What is noted is the time from one look to the next.
      const lateMs = (nanoseconds) => nanoseconds / 1e6 - resolution
      const measured = {
        medianMs: lateMs(loopDelay.percentile(50)),
        p99Ms: lateMs(loopDelay.percentile(99)),
        longestMs: lateMs(loopDelay.max),
        mainMebibytes: process.memoryUsage().rss / 2 ** 20,
      }
      loopDelay.reset()
      return measured
    }, LOOK_MS)
}

/** A comparison of a run that trains, in a pane for each temperature, all at full speed. */
async function openPanes({ page, call }) {
  const run = await call('runs.start', { datasetId: 'chronicle-play', options: TEXT_OPTIONS, settings: RUN })
  await page.reload()
  await page.getByRole('button', { name: 'Compare temperatures' }).first().click()
  await page.locator('.pane').first().waitFor()
  const { panes } = await call('temperatures.change', { charactersPerSecond: null, refreshSeconds: 5 })
  for (const { id } of panes) await call('temperatures.removePane', { paneId: id })
  for (const temperature of TEMPERATURES) await call('temperatures.addPane', { temperature })
  await page
    .locator('.pane')
    .nth(TEMPERATURES.length - 1)
    .waitFor()
  return run
}

/** Characters that each pane has written. */
async function writtenBy({ call }) {
  const { panes, epoch } = await call('temperatures.read', {})
  const written = panes.map(({ id }) => call('temperatures.written', { paneId: id, epoch, from: 0, limit: 1 }))
  return (await Promise.all(written)).map(({ length }) => length)
}

/** @param executable packed as TEST_BUILD @param {{ minutes: number, onMeasured?: (measured: object) => void }} options */
export async function measurePanes(executable, { minutes, onMeasured = () => undefined }) {
  const front = await openDesktop(executable)
  try {
    const run = await openPanes(front)
    const ask = await watchLoop(front.application)
    await pause(SETTLE_MS)
    await ask()
    const iterationOf = async () => (await front.call('runs.list', {})).find(({ id }) => id === run.id).iteration
    const [firstIteration, firstWritten] = [await iterationOf(), await writtenBy(front)]
    const startMs = performance.now()
    const measured = []
    while (performance.now() - startMs < minutes * 60_000) {
      await pause(EVERY_SECONDS * 1000)
      const { pss } = memoryOf(familyOf(front.application.process().pid))
      const seconds = (performance.now() - startMs) / 1000
      measured.push({ seconds, ...(await ask()), allMebibytes: pss })
      onMeasured(measured.at(-1))
    }
    const { seconds } = measured.at(-1)
    const written = await writtenBy(front)
    return {
      panes: TEMPERATURES.length,
      minutes,
      p99Ms: Math.max(...measured.map(({ p99Ms }) => p99Ms)),
      longestMs: Math.max(...measured.map(({ longestMs }) => longestMs)),
      charactersPerSecond: written.reduce((sum, count, i) => sum + count - firstWritten[i], 0) / seconds,
      iterationsPerSecond: ((await iterationOf()) - firstIteration) / seconds,
      measured,
    }
  } finally {
    await front.close()
  }
}
