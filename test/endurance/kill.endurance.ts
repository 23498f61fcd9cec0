// Killing a process that trains, at moments drawn from a seed: what was finished stays as it was, the run shows as
// interrupted, goes on from its last snapshot to the very bits of a run that was left alone, and little is lost.
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { readSnapshot } from '#core/formats/snapshot-reader.ts'
import { RandomState, allocateRandomStateMemory } from '#core/random/random-state.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { startCli, temporaryFolder, textFile } from '../main/cli/cli-process.ts'
import { makeLab, reaches, valueOf } from '../main/lab/open-lab.ts'

const ROUNDS = 50
const EVERY = 100
/** Below the number from which a run's history is thinned. */
const MOST_SNAPSHOTS = 22
const LONGEST_START_MS = 1000
const LONGEST_PAUSE_MS = 60
const LOOK_MS = 4

const TEXT = 'the cat sat on the mat: and 床前明月光.\n'.repeat(200)
const ENDLESS = ['--iterations', '2000000000']
const SETTINGS = ['--hidden', '100', '--sample-every', '0', '--seed', '3', '--snapshot-every', String(EVERY)]

const random = new RandomState(allocateRandomStateMemory())
random.seed(0)
const below = (limit: number): number => random.randomSample() * limit

const cli = inject('cli')
const folder = mkdtempSync(join(tmpdir(), 'charscope-kills-'))
const runsFolder = join(folder, 'runs')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const namesIn = (path: string): string[] => (existsSync(path) ? readdirSync(path) : [])
const snapshotsFolder = (runId: string): string => join(runsFolder, runId, 'snapshots')
const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')
/** All finished snapshots but the latest state, which is replaced by the next. */
const finishedIn = (runId: string): string[] =>
  namesIn(snapshotsFolder(runId)).filter((name) => name.endsWith('.npz') && name !== 'latest.npz')

/** The hash of every finished snapshot that was seen in the folder, by its id in the library. */
const known = new Map<string, string>()

function lookAt(runId: string): void {
  for (const name of finishedIn(runId)) {
    const id = `${runId}/${name}`
    if (!known.has(id)) known.set(id, hashOf(join(snapshotsFolder(runId), name)))
  }
}

async function withLabOpen<Value>(work: (lab: Lab) => Promise<Value>): Promise<Value> {
  const lab = await makeLab(folder)
  try {
    return await work(lab)
  } finally {
    await lab.close()
  }
}

/** Starts a run and kills it; answers its id, or null when it had not come so far as to have one. */
async function startAndKill(text: string): Promise<string | null> {
  const before = new Set(namesIn(runsFolder))
  const afterSnapshots = Math.floor(below(7))
  const pauseMs = below(afterSnapshots === 0 ? LONGEST_START_MS : LONGEST_PAUSE_MS)
  const { child, ended } = startCli(cli, ['train', text, ...SETTINGS, ...ENDLESS, '--json', '--data-folder', folder])
  const newRun = (): string | undefined => namesIn(runsFolder).find((name) => !before.has(name))
  for (let count = 0; count < afterSnapshots; await wait(LOOK_MS)) {
    expect(child.exitCode).toBeNull()
    const runId = newRun()
    if (runId === undefined) continue
    lookAt(runId)
    count = finishedIn(runId).length
  }
  await wait(pauseMs)
  const runId = newRun()
  if (runId !== undefined) lookAt(runId)
  child.kill('SIGKILL')
  expect((await ended).code).toBeNull()
  return newRun() ?? null
}

/** The parameters of a snapshot of the run that was left alone, by iteration. */
async function leftAlone(text: string): Promise<Map<number, unknown>> {
  const flags = ['--iterations', String(MOST_SNAPSHOTS * EVERY), '--json', '--data-folder', folder]
  const { code } = await startCli(cli, ['train', text, ...SETTINGS, ...flags]).ended
  expect(code).toBe(0)
  const runId = readdirSync(runsFolder)[0]!
  lookAt(runId)
  const files = finishedIn(runId).map((name) => readSnapshot(readFileSync(join(snapshotsFolder(runId), name))))
  expect(files).toHaveLength(MOST_SNAPSHOTS)
  return new Map(files.map(({ resume, parameters }) => [resume!.iteration, parameters]))
}

describe(`${ROUNDS} kills at moments drawn from a seed`, () => {
  it('lose no finished snapshot, and each run goes on to the bits of one that was left alone', async () => {
    const text = textFile(TEXT)
    const reference = await leftAlone(text)
    const seen = { withoutRun: 0, withoutSnapshot: 0, resumed: 0, whileWriting: 0 }
    for (let round = 0; round < ROUNDS; round++) {
      const runId = await startAndKill(text)
      if (runId !== null && namesIn(snapshotsFolder(runId)).some((name) => name.endsWith('.tmp'))) seen.whileWriting++
      await withLabOpen(async (lab) => {
        const runs = valueOf(await lab.call('runs.list', {}))
        const run = runs.find(({ id }) => id === runId)
        const snapshots = valueOf(await lab.call('snapshots.list', {}))
        const ids = new Set(snapshots.map(({ id }) => id))
        expect([...known.keys()].filter((id) => !ids.has(id))).toEqual([])
        expect([...known].filter(([id, hash]) => hashOf(pathOf(id)) !== hash)).toEqual([])
        const own = snapshots.filter((snapshot) => snapshot.runId === runId)
        if (!run) {
          expect(own).toEqual([])
          seen.withoutRun++
          return
        }
        expect(run.state).toBe('interrupted')
        for (const { id } of own) valueOf(await lab.call('snapshots.describe', { snapshotId: id }))
        const newest = own.toSorted((a, b) => b.iteration! - a.iteration!)[0]
        if (!newest) {
          seen.withoutSnapshot++
          return
        }
        const iterations = (Math.floor(newest.iteration! / EVERY) + 1) * EVERY
        valueOf(await lab.call('snapshots.resume', { snapshotId: newest.id, iterations }))
        await reaches(lab, run.id, 'finished')
        await lab.snapshotFiles.finishCopy(run.id)
        lookAt(run.id)
        const [last] = finishedIn(run.id).toSorted().slice(-1)
        const { parameters, resume } = readSnapshot(readFileSync(join(snapshotsFolder(run.id), last!)))
        expect(resume!.iteration).toBe(iterations)
        expect(parameters).toEqual(reference.get(iterations))
        seen.resumed++
      })
    }
    console.log(`${ROUNDS} kills, ${known.size} finished snapshots: ${JSON.stringify(seen)}`)
    // Those that were to be killed after a snapshot all had one.
    expect(seen.resumed).toBeGreaterThan(ROUNDS / 2)
  }, 600_000)
})

function pathOf(snapshotId: string): string {
  const [runId, name] = snapshotId.split('/')
  return join(snapshotsFolder(runId!), name!)
}

const MOST_LOST_MS = 5000
const KILLED_AFTER_MS = { least: 5000, most: 10_000 }

describe('what is lost', () => {
  const { least, most } = KILLED_AFTER_MS
  const moments = [1, 2, 3].map(() => Math.round(least + below(most - least)))

  it.each(moments)(
    'by a kill after %d ms, with no setting changed, is at most 5 seconds of training',
    async (killedAfterMs) => {
      const dataFolder = temporaryFolder()
      const flags = ['--iterations', '2000000000', '--snapshot-every', '0', '--sample-every', '0', '--log-every', '10']
      const { child, ended } = startCli(cli, ['train', textFile(TEXT), ...flags, '--json', '--data-folder', dataFolder])
      const reached: { iteration: number; atMs: number }[] = []
      createInterface(child.stdout).on('line', (line) => {
        const { iteration } = JSON.parse(line) as { iteration: number }
        reached.push({ iteration, atMs: performance.now() })
      })
      while (reached.length === 0) await wait(LOOK_MS)
      await wait(killedAfterMs)
      const killedAtMs = performance.now()
      child.kill('SIGKILL')
      await ended
      const lab = await makeLab(dataFolder)
      const snapshots = valueOf(await lab.call('snapshots.list', {}))
      await lab.close()
      const iteration = Math.max(...snapshots.map((snapshot) => snapshot.iteration!))
      // Lines come in bursts: the burst before the one that tells of the iteration surely came before it.
      const toldAtMs = reached.find((line) => line.iteration >= iteration)?.atMs ?? killedAtMs
      const surelyBeforeMs = reached.findLast(({ atMs }) => toldAtMs - atMs > 10)!.atMs
      const lostMs = killedAtMs - surelyBeforeMs
      console.log(`killed ${killedAfterMs} ms after the first loss: ${Math.round(lostMs)} ms lost`)
      expect(lostMs).toBeLessThan(MOST_LOST_MS)
    },
  )
})
