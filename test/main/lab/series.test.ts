// Training at several temperatures: queued by processors, all else alike, tested on a part of the text that is held out.
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readingLoss } from '#core/analysis/reading-loss.ts'
import { referenceNetworkStep } from '#core/rnn/network-step.ts'
import type { RunSummary } from '#core/contract/runs.ts'
import { DEFAULT_TEXT_OPTIONS, type TrainingSettings } from '#core/contract/settings.ts'
import { readSnapshot } from '#core/formats/snapshot-reader.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { until } from '#lab/runs/until.ts'
import { openLab, reaches, RESOURCES_FOLDER, settings, summaryOf, temporaryFolder, valueOf } from './open-lab.ts'

const TEMPERATURES = [0.5, 1, 2, 4]

async function startSeries(lab: Lab, changes: Partial<TrainingSettings>): Promise<RunSummary[]> {
  const input = { datasetId: 'patterns', options: DEFAULT_TEXT_OPTIONS, temperatures: TEMPERATURES }
  return valueOf(await lab.call('runs.startSeries', { ...input, settings: settings(changes) }))
}

describe('a series of runs', () => {
  it('trains as many at once as there are processors, and the others wait', async () => {
    const lab = await openLab()
    const runs = await startSeries(lab, { iterations: 50_000_000 })
    expect(runs.map(({ settings: { temperature } }) => temperature).sort()).toEqual(TEMPERATURES)
    expect(new Set(runs.map(({ series }) => series)).size).toBe(1)
    const waiting = runs.filter(({ state }) => state === 'queued')
    expect(waiting).toHaveLength(Math.max(0, TEMPERATURES.length - availableParallelism()))
    if (waiting.length === 0) return
    // One that stops makes room for the one that has waited longest; one that waits can be given up.
    const [longest, ...others] = waiting.sort(
      (a, b) => TEMPERATURES.indexOf(a.settings.temperature) - TEMPERATURES.indexOf(b.settings.temperature),
    )
    for (const other of others) {
      expect(valueOf(await lab.call('runs.stop', { runId: other.id }))).toMatchObject({
        state: 'stopped',
        iteration: 0,
      })
    }
    const active = runs.find(({ state }) => state !== 'queued')!
    await lab.call('runs.stop', { runId: active.id })
    await reaches(lab, longest!.id, 'training')
  })

  it('gives each run what it would be on its own', async () => {
    const lab = await openLab()
    const runs = await startSeries(lab, { iterations: 100, heldOutShare: 0.1 })
    for (const { id } of runs) await reaches(lab, id, 'finished')
    const own = valueOf(
      await lab.call('runs.start', {
        datasetId: 'patterns',
        options: DEFAULT_TEXT_OPTIONS,
        settings: settings({ iterations: 100, heldOutShare: 0.1, temperature: 2 }),
      }),
    )
    await reaches(lab, own.id, 'finished')
    const twin = runs.find(({ settings: { temperature } }) => temperature === 2)!
    expect((await summaryOf(lab, twin.id)).smoothLoss).toBe((await summaryOf(lab, own.id)).smoothLoss)
  })
})

describe('a text that is held out', () => {
  it('is not trained on, and the network is tested on it at temperature 1', async () => {
    const folder = temporaryFolder()
    const lab = await openLab(folder)
    const [run] = await startSeries(lab, { iterations: 400, heldOutShare: 0.25 })
    await reaches(lab, run!.id, 'finished')
    const heldOutOf = async () => (await summaryOf(lab, run!.id)).heldOut
    await until(() => false, 200)
    for (let tries = 0; tries < 50 && (await heldOutOf())?.iteration !== 400; tries++) await until(() => false, 50)
    const losses = valueOf(await lab.call('runs.heldOut', { runId: run!.id }))
    expect(losses.at(-1)).toEqual(await heldOutOf())

    const saved = valueOf(await lab.call('runs.save', { runId: run!.id }))
    const file = join(folder, 'runs', run!.id, 'snapshots', saved.fileName)
    const { parameters, sizes, vocabulary } = readSnapshot(new Uint8Array(readFileSync(file)))
    const text = Array.from(readFileSync(join(RESOURCES_FOLDER, 'datasets/patterns.txt'), 'utf8'))
    const indexOf = new Map(vocabulary.codePoints.map((codePoint, index) => [codePoint, index]))
    const indices = text.map((character) => indexOf.get(character.codePointAt(0)!)!)
    const tail = indices.slice(text.length - Math.floor(text.length / 4))
    const loss = readingLoss(referenceNetworkStep(parameters, sizes), sizes.hiddenSize, tail.slice(0, 5000), 1)
    expect(losses.at(-1)!.natsPerCharacter).toBeCloseTo(loss, 12)

    await lab.close()
    const again = await openLab(folder)
    expect(valueOf(await again.call('runs.heldOut', { runId: run!.id }))).toEqual(losses)
    expect(await summaryOf(again, run!.id)).toMatchObject({ heldOut: losses.at(-1), settings: { heldOutShare: 0.25 } })
  })
})
