// Batches on real threads: the number of threads changes no bit, nor does stopping and going on from a snapshot.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { TrainingSettings } from '#core/contract/settings.ts'
import { readSnapshot } from '#core/formats/snapshot-reader.ts'
import type { Lab } from '#lab/lab-interface.ts'
import {
  codeOf,
  openLab,
  reaches,
  startOn,
  startOnPatterns,
  summaryOf,
  temporaryFolder,
  textFile,
  valueOf,
} from './open-lab.ts'

// Thirty-seven streams: four groups of eight and a rest, so that threads have something to take from each other.
const BATCH = { batch: 37, sequenceLength: 10, hiddenSize: 20, iterations: 60, sampleEvery: 20, snapshotEvery: 0 }

/** Everything of the run that a snapshot holds, once it has finished. */
async function endOf(lab: Lab, runId: string) {
  await reaches(lab, runId, 'finished')
  const { id } = valueOf(await lab.call('runs.save', { runId }))
  const { parameters, adagradMemory, resume } = readSnapshot(valueOf(await lab.encodeSnapshot(id, 'npz')).bytes)
  const { smoothLoss, hprev, position, generator } = resume!
  return { parameters, adagradMemory, smoothLoss, hprev, position, generator }
}

async function train(lab: Lab, changes: Partial<TrainingSettings>) {
  return endOf(lab, (await startOnPatterns(lab, { ...BATCH, ...changes })).id)
}

describe('a batch', () => {
  it('comes to the same bits with one thread, two and five, several runs at once', async () => {
    const lab = await openLab()
    const [one, ...others] = await Promise.all([1, 2, 5, 5].map((threads) => train(lab, { threads })))
    expect(one!.hprev.length).toBe(37)
    expect(one!.hprev.every((h) => h.some((value) => value !== 0))).toBe(true)
    for (const other of others) expect(other).toEqual(one)
  })

  it('goes on from a snapshot to the bits of a run without interruption', async () => {
    const lab = await openLab()
    const straight = await train(lab, {})
    const { id: runId } = await startOnPatterns(lab, { ...BATCH, iterations: 25 })
    await reaches(lab, runId, 'finished')
    const { id: snapshotId } = valueOf(await lab.call('runs.save', { runId }))
    const resumed = valueOf(await lab.call('snapshots.resume', { snapshotId, iterations: BATCH.iterations }))
    expect(resumed.settings.batch).toBe(37)
    expect(await endOf(lab, resumed.id)).toEqual(straight)
  })

  it('can be paused, gone on with and stopped', async () => {
    const lab = await openLab()
    const { id: runId } = await startOnPatterns(lab, { ...BATCH, threads: 3, iterations: 2_000_000_000 })
    await reaches(lab, runId, 'training')
    expect(valueOf(await lab.call('runs.pause', { runId })).state).toBe('paused')
    valueOf(await lab.call('runs.step', { runId, iterations: 3 }))
    expect((await reaches(lab, runId, 'paused')).state).toBe('paused')
    valueOf(await lab.call('runs.resume', { runId }))
    valueOf(await lab.call('runs.stop', { runId }))
    expect((await reaches(lab, runId, 'stopped')).state).toBe('stopped')
    // Its threads are gone, and new ones take it up where it is.
    const { iteration } = await summaryOf(lab, runId)
    valueOf(await lab.call('runs.step', { runId, iterations: 2 }))
    expect((await reaches(lab, runId, 'paused')).iteration).toBe(iteration + 2)
  })

  it('needs a text that every stream finds a sequence in', async () => {
    const lab = await openLab()
    const { id } = valueOf(await lab.openTextFile(textFile('abcdefghij'.repeat(4))))
    const changes = { batch: 4, sequenceLength: 9 }
    expect(codeOf(await startOn(lab, id, { ...changes, sequenceLength: 10 }))).toBe('text-too-short-for-batch')
    expect(codeOf(await startOn(lab, id, changes))).toBe('no error')
  })
})

it('opens a run of before there were batches', async () => {
  const dataFolder = temporaryFolder()
  const first = await openLab(dataFolder)
  const { id } = await startOnPatterns(first, { iterations: 10 })
  await reaches(first, id, 'finished')
  await first.close()
  const file = join(dataFolder, 'runs', id, 'run.json')
  const content = JSON.parse(readFileSync(file, 'utf8'))
  for (const name of ['batch', 'threads', 'gradients']) delete content.run.settings[name]
  writeFileSync(file, JSON.stringify(content))
  const { settings } = await summaryOf(await openLab(dataFolder), id)
  expect(settings).toMatchObject({ batch: 1, gradients: 'average', hiddenSize: 16 })
})
