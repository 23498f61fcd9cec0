// Everything at once for a long time, in a real Electron: a run that never ends, four windows that write from it, and
// meanwhile arrays inspected, texts completed and snapshots saved. Nothing may go wrong, memory may not grow once the
// lab has warmed up, and every snapshot must open afterwards. `npm run soak`; CHARSCOPE_SOAK_MINUTES says how long.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_TEXT_OPTIONS, defaultTrainingSettings } from '#core/contract/settings.ts'
import { openDesktop, type DesktopFront } from '../e2e/desktop-front.ts'
import { watchProblems } from '../e2e/problems.ts'
import { ELECTRON, report, temporaryFolder } from '../e2e/surroundings.ts'

const MINUTES = Number(process.env.CHARSCOPE_SOAK_MINUTES ?? 30)
const MINUTE_MS = 60_000
const LENGTH_MS = MINUTES * MINUTE_MS
/** Until then caches, compiled code and lists of a bounded length fill up. */
const WARM_UP_MS = Math.min(5 * MINUTE_MS, LENGTH_MS / 2)
/** What of growth is the noise of garbage collection. */
const GROWTH_LIMIT = 0.1
const TURN_MS = 1000

const SETTINGS = { ...defaultTrainingSettings(), iterations: 2_000_000_000, sampleEvery: 500, snapshotEvery: 20_000 }

interface Sample {
  atMs: number
  mebibytes: number
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

describe.skipIf(!ELECTRON)(`${MINUTES} minutes of everything at once`, () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>
  let front: DesktopFront
  const problems: string[][] = []
  const memory: Sample[] = []
  let runId: string

  beforeAll(async () => {
    temporary = await temporaryFolder()
    front = await openDesktop(join(temporary.folder, 'data'))
    problems.push(await watchProblems(front.page))
    front.application.on('window', (page) => void watchProblems(page).then((list) => problems.push(list)))
  })
  afterAll(async () => {
    await front?.application.close()
    await temporary?.remove()
  })

  it('begins', async () => {
    runId = await front.page.evaluate(
      async ({ options, settings }) => {
        const lab = window.charscope
        const run = await lab?.call('runs.start', { datasetId: 'chronicle-play', options, settings })
        if (!run?.ok) throw new Error(JSON.stringify(run))
        const opened = await lab?.call('temperatures.open', { source: { kind: 'run', runId: run.value.id } })
        if (!opened?.ok) throw new Error(JSON.stringify(opened))
        const apart = await lab?.call('temperatures.change', { layout: 'windows', playing: true })
        if (!apart?.ok) throw new Error(JSON.stringify(apart))
        return run.value.id
      },
      { options: DEFAULT_TEXT_OPTIONS, settings: SETTINGS },
    )
    await expect.poll(() => front.application.windows().length, { timeout: 30_000 }).toBe(5)
  })

  it(
    'goes on without an error',
    async () => {
      const began = performance.now()
      while (performance.now() - began < LENGTH_MS) {
        const refusals = await front.page.evaluate(oneTurn, runId)
        expect(refusals).toEqual([])
        memory.push({ atMs: performance.now() - began, mebibytes: await usedMemory(front) })
        await front.page.waitForTimeout(TURN_MS)
      }
      expect(problems.flat()).toEqual([])
    },
    LENGTH_MS + 2 * MINUTE_MS,
  )

  it('has not grown since it had warmed up', () => {
    const warm = memory.filter(({ atMs }) => atMs > WARM_UP_MS)
    const third = Math.floor(warm.length / 3)
    const early = median(warm.slice(0, third).map(({ mebibytes }) => mebibytes))
    const late = median(warm.slice(-third).map(({ mebibytes }) => mebibytes))
    report('soak: memory of all processes once warm', early, 'MiB')
    report('soak: memory of all processes at the end', late, 'MiB')
    expect(third).toBeGreaterThan(5)
    expect(late / early).toBeLessThan(1 + GROWTH_LIMIT)
  })

  it(
    'has left snapshots that all open, and a run that trained all the time',
    async () => {
      const outcome = await front.page.evaluate(async (id) => {
        const lab = window.charscope
        await lab?.call('runs.stop', { runId: id })
        const list = await lab?.call('snapshots.list', {})
        if (!list?.ok) throw new Error(JSON.stringify(list))
        const refusals = new Map<string, unknown>()
        for (const { id: snapshotId } of list.value) {
          const described = await lab?.call('snapshots.describe', { snapshotId })
          if (!described?.ok) refusals.set(snapshotId, described)
        }
        // The run's last state takes the place of its latest one, which may have been listed just before.
        const remaining = await lab?.call('snapshots.list', {})
        if (!remaining?.ok) throw new Error(JSON.stringify(remaining))
        const refused = remaining.value.flatMap(({ id: snapshotId }) => refusals.get(snapshotId) ?? [])
        const runs = await lab?.call('runs.list', {})
        const run = runs?.ok ? runs.value.find((one) => one.id === id) : undefined
        return { count: list.value.length, refused, iteration: run?.iteration ?? 0, failure: run?.failure ?? null }
      }, runId)
      report('soak: iterations', outcome.iteration, 'in all')
      report('soak: snapshots', outcome.count, 'that open')
      expect(outcome).toMatchObject({ refused: [], failure: null })
      expect(outcome.count).toBeGreaterThan(1)
      expect(outcome.iteration).toBeGreaterThan(1000)
    },
    // About one was saved each second, and every one is opened.
    LENGTH_MS + MINUTE_MS,
  )
})

/** In the page: saves a snapshot, looks into it and into the run; what was refused of that. */
async function oneTurn(runId: string): Promise<unknown[]> {
  const lab = window.charscope
  const saved = await lab?.call('runs.save', { runId })
  if (!saved?.ok) return [saved]
  const { id: snapshotId } = saved.value
  const whole = { rowStart: 0, rowEnd: 100, columnStart: 0, columnEnd: 50 }
  const answers = await Promise.all([
    lab?.call('snapshots.describe', { snapshotId }),
    lab?.call('snapshots.region', { snapshotId, parameter: 'Whh', source: 'parameters', ...whole }),
    lab?.call('runs.history', { runId }),
  ])
  return answers.filter((answer) => !answer?.ok)
}

/** MiB of memory of its own of every process of the application. */
async function usedMemory({ application }: DesktopFront): Promise<number> {
  const kibibytes = await application.evaluate(({ app }) =>
    app.getAppMetrics().reduce((sum, { memory: { workingSetSize } }) => sum + workingSetSize, 0),
  )
  return kibibytes / 1024
}
