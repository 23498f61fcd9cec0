// Snapshots of real runs: when they are saved, that a run goes on from any of them to the same bits, and what the
// library does with them.
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSnapshot } from '#core/formats/snapshot-reader.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { until } from '#lab/runs/until.ts'
import { codeOf, openLab, reaches, startOnPatterns, summaryOf, temporaryFolder, textFile, valueOf } from './open-lab.ts'

const COURSE_SNAPSHOT = resolve(import.meta.dirname, '../../../../shared/data/char-rnn-snapshot.npz')
const ENDLESS = { iterations: 2_000_000_000 }

async function snapshotsOf(lab: Lab, runId: string) {
  return valueOf(await lab.call('snapshots.list', {})).filter((snapshot) => snapshot.runId === runId)
}

async function savedAt(lab: Lab, runId: string, iteration: number) {
  for (let look = 0; look < 200; look++) {
    const found = (await snapshotsOf(lab, runId)).find((snapshot) => snapshot.iteration === iteration)
    if (found) return found
    await until(() => false, 20)
  }
  throw new Error(`no snapshot at ${iteration}`)
}

async function npzOf(lab: Lab, snapshotId: string) {
  return readSnapshot(valueOf(await lab.encodeSnapshot(snapshotId, 'npz')).bytes)
}

async function sampleTexts(lab: Lab, runId: string) {
  const iterations = valueOf(await lab.call('runs.samples', { runId }))
  const samples = await Promise.all(iterations.map((_, index) => lab.call('runs.sample', { runId, index })))
  return samples.map((sample) => valueOf(sample)).map(({ iteration, text }) => ({ iteration, text }))
}

describe('a run', () => {
  it('saves a snapshot every so many iterations and at its end, each with what it was then', async () => {
    const lab = await openLab()
    const { id: runId } = await startOnPatterns(lab, { iterations: 250, snapshotEvery: 100 })
    await reaches(lab, runId, 'finished')
    const last = await savedAt(lab, runId, 250)
    const all = (await snapshotsOf(lab, runId)).sort((a, b) => a.iteration! - b.iteration!)
    expect(all.map(({ iteration, reason }) => [iteration, reason])).toEqual([
      [100, 'interval'],
      [200, 'interval'],
      [250, 'finish'],
    ])
    const history = valueOf(await lab.call('runs.history', { runId }))
    for (const { iteration, smoothLoss } of all) {
      expect(smoothLoss).toBe(history.smoothLoss[history.iteration.indexOf(iteration! - 1)])
    }
    expect(last).toMatchObject({ hiddenSize: 16, sequenceLength: 25, dataset: 'patterns.txt', isBest: true })
    const { resume, dataSize } = await npzOf(lab, last.id)
    expect(resume).toMatchObject({ iteration: 250, datasetName: 'patterns.txt' })
    expect(dataSize).toBe((await summaryOf(lab, runId)).text.characters)
  })

  it('saves when it is asked to, while it trains and while it does not', async () => {
    const lab = await openLab()
    const { id: runId } = await startOnPatterns(lab, { ...ENDLESS, snapshotEvery: 0 })
    await reaches(lab, runId, 'training')
    const training = valueOf(await lab.call('runs.save', { runId }))
    expect(training.reason).toBe('request')
    await lab.call('runs.pause', { runId })
    const paused = valueOf(await lab.call('runs.save', { runId }))
    expect(paused.iteration).toBe((await summaryOf(lab, runId)).iteration)
    expect(paused.iteration).toBeGreaterThanOrEqual(training.iteration!)
  })

  it('keeps its folder bounded: the first, the last, the best and an even choice between', async () => {
    const lab = await openLab()
    const { id: runId } = await startOnPatterns(lab, { iterations: 800, snapshotEvery: 20, sampleEvery: 0 })
    await reaches(lab, runId, 'finished')
    await savedAt(lab, runId, 800)
    const iterations = (await snapshotsOf(lab, runId)).map(({ iteration }) => iteration!).sort((a, b) => a - b)
    expect(iterations.length).toBeLessThanOrEqual(25)
    expect(iterations.at(0)).toBe(20)
    expect(iterations.at(-1)).toBe(800)
  })
})

describe('a resumed run', () => {
  it('gives from any snapshot the bits of a run without interruption, in a new lab as in the old', async () => {
    const dataFolder = temporaryFolder()
    const first = await openLab(dataFolder)
    const straight = await startOnPatterns(first, { iterations: 600, snapshotEvery: 0 })
    const parted = await startOnPatterns(first, { iterations: 300, snapshotEvery: 130 })
    await Promise.all([straight, parted].map(({ id }) => reaches(first, id, 'finished')))
    await savedAt(first, parted.id, 300)
    await savedAt(first, straight.id, 600)
    await first.close()

    const lab = await openLab(dataFolder)
    const end = await npzOf(lab, (await savedAt(lab, straight.id, 600)).id)
    const expected = await sampleTexts(lab, straight.id)
    for (const iteration of [130, 300]) {
      const snapshot = await savedAt(lab, parted.id, iteration)
      const resumed = valueOf(await lab.call('snapshots.resume', { snapshotId: snapshot.id, iterations: 600 }))
      // The newest goes on in its own run; from an older one a new run begins.
      expect(resumed.id === parted.id).toBe(iteration === 300)
      await reaches(lab, resumed.id, 'finished')
      const final = await npzOf(lab, (await savedAt(lab, resumed.id, 600)).id)
      expect(final.parameters).toEqual(end.parameters)
      expect(final.adagradMemory).toEqual(end.adagradMemory)
      expect(final.resume!.hprev).toEqual(end.resume!.hprev)
      expect(final.resume!.generator).toEqual(end.resume!.generator)
      expect(await sampleTexts(lab, resumed.id)).toEqual(expected)
      const history = valueOf(await lab.call('runs.history', { runId: resumed.id }))
      expect(history.iteration).toEqual([...history.iteration].sort((a, b) => a - b))
    }
  })

  it('refuses a target behind it, a text with other characters and a text that has changed', async () => {
    const dataFolder = temporaryFolder()
    const lab = await openLab(dataFolder)
    const file = textFile('abcd'.repeat(100))
    const { id: datasetId } = valueOf(await lab.openTextFile(file))
    const options = { encoding: 'auto', vocabularyOrder: 'sorted' } as const
    const template = (await startOnPatterns(lab, { iterations: 30 })).settings
    const { id: runId } = valueOf(await lab.call('runs.start', { datasetId, options, settings: template }))
    await reaches(lab, runId, 'finished')
    const { id: snapshotId } = await savedAt(lab, runId, 30)
    expect(codeOf(await lab.call('snapshots.resume', { snapshotId, iterations: 30 }))).toBe('target-reached')
    const other = await lab.call('snapshots.resume', { snapshotId, iterations: 60, datasetId: 'patterns' })
    expect(codeOf(other)).toBe('vocabulary-differs')
    writeFileSync(file, 'abcd'.repeat(101))
    expect(codeOf(await lab.call('snapshots.resume', { snapshotId, iterations: 60 }))).toBe('dataset-changed')
    const chosen = valueOf(await lab.call('snapshots.resume', { snapshotId, iterations: 60, datasetId }))
    expect(chosen.id).not.toBe(runId)
    expect((await reaches(lab, chosen.id, 'finished')).iteration).toBe(60)
  })
})

describe('two snapshots', () => {
  it('are told apart weight by weight', async () => {
    const lab = await openLab()
    const { id: runId } = await startOnPatterns(lab, { iterations: 40, snapshotEvery: 20 })
    await reaches(lab, runId, 'finished')
    const [before, after] = [await savedAt(lab, runId, 20), await savedAt(lab, runId, 40)]
    const request = { before: before.id, after: after.id }
    const comparison = valueOf(await lab.call('snapshots.compare', request))
    const [old, young] = [(await npzOf(lab, before.id)).parameters, (await npzOf(lab, after.id)).parameters]
    const difference = Math.hypot(...young.Wxh.map((value, i) => value - old.Wxh[i]!))
    expect(comparison.parameters.Wxh.distance).toBeCloseTo(difference, 12)
    const [largest] = comparison.changes
    const columns = { Wxh: 25, Whh: 16, Why: 16, bh: 1, by: 1 }[largest!.parameter]
    const index = largest!.row * columns + largest!.column
    expect(largest).toMatchObject({ before: old[largest!.parameter][index], after: young[largest!.parameter][index] })
    const all = Object.keys(old) as (keyof typeof old)[]
    const greatest = Math.max(...all.flatMap((name) => Array.from(young[name], (v, i) => Math.abs(v - old[name][i]!))))
    expect(Math.abs(largest!.after - largest!.before)).toBe(greatest)
  })

  it('of different shapes are refused', async () => {
    const lab = await openLab()
    const runs = [
      await startOnPatterns(lab, { iterations: 5 }),
      await startOnPatterns(lab, { iterations: 5, hiddenSize: 9 }),
    ]
    await Promise.all(runs.map(({ id }) => reaches(lab, id, 'finished')))
    const [before, after] = [await savedAt(lab, runs[0]!.id, 5), await savedAt(lab, runs[1]!.id, 5)]
    const request = { before: before.id, after: after.id }
    expect(codeOf(await lab.call('snapshots.compare', request))).toBe('snapshots-incomparable')
  })
})

describe('a text that a snapshot writes', () => {
  it('comes in pieces that make up the whole, from any place, to any length', async () => {
    const lab = await openLab()
    const { id: runId } = await startOnPatterns(lab, { iterations: 20 })
    await reaches(lab, runId, 'finished')
    const { id: snapshotId, vocabulary } = await savedAt(lab, runId, 20)
    const prompt = vocabulary.slice(-3)
    for (const feedLastTwice of [false, true]) {
      const request = {
        snapshotId,
        prompt,
        length: 3000,
        temperature: 1,
        seed: 7,
        feedLastTwice,
        skipUnknown: false,
      }
      const whole = valueOf(await lab.call('snapshots.complete', request)).text
      let text = ''
      while (text.length < whole.length) {
        const piece = valueOf(await lab.call('snapshots.write', { ...request, from: text.length }))
        expect(piece.text.length).toBeGreaterThan(0)
        text += piece.text
      }
      expect(text).toBe(whole)
      const middle = valueOf(await lab.call('snapshots.write', { ...request, length: 2000, from: 1500 }))
      expect(middle.text).toBe(whole.slice(1500, 2000))
      // Another text of another snapshot or seed is not mixed up with it.
      const other = valueOf(await lab.call('snapshots.write', { ...request, seed: 8, from: 0 }))
      expect(whole.startsWith(other.text)).toBe(false)
    }
    const unknown = { prompt: '学', length: 10, temperature: 1, seed: 0, feedLastTwice: false, skipUnknown: false }
    expect(codeOf(await lab.call('snapshots.write', { snapshotId, ...unknown, from: 0 }))).toBe(
      'prompt-character-unknown',
    )
  })
})

describe('the library', () => {
  it('renames, notes, takes away and brings back', async () => {
    const dataFolder = temporaryFolder()
    const lab = await openLab(dataFolder)
    const { id: runId } = await startOnPatterns(lab, { iterations: 20 })
    await reaches(lab, runId, 'finished')
    const { id: snapshotId } = await savedAt(lab, runId, 20)
    const changed = valueOf(await lab.call('snapshots.change', { snapshotId, title: 'First words', note: '很好' }))
    expect(changed).toMatchObject({ title: 'First words', note: '很好' })
    valueOf(await lab.call('snapshots.remove', { snapshotIds: [snapshotId] }))
    expect(await snapshotsOf(lab, runId)).toEqual([])
    valueOf(await lab.call('snapshots.restore', { snapshotIds: [snapshotId] }))
    expect(await snapshotsOf(lab, runId)).toMatchObject([{ title: 'First words', note: '很好' }])
    for (const id of ['../x', 'imported/../../x', 'a/b', 'imported/none.npz']) {
      expect(codeOf(await lab.call('snapshots.restore', { snapshotIds: [id] }))).toBe('snapshot-unknown')
      expect(codeOf(await lab.call('snapshots.describe', { snapshotId: id }))).toBe('snapshot-unknown')
    }
    valueOf(await lab.call('snapshots.remove', { snapshotIds: [snapshotId] }))
    await lab.close()
    const second = await openLab(dataFolder)
    expect(await snapshotsOf(second, runId)).toEqual([])
    expect(readdirSync(join(dataFolder, 'runs', runId, 'snapshots'))).toEqual([])
  })

  it('finds a snapshot whose sidecar was never written, and clears away half a file', async () => {
    const dataFolder = temporaryFolder()
    const first = await openLab(dataFolder)
    const { id: runId } = await startOnPatterns(first, { iterations: 20 })
    await reaches(first, runId, 'finished')
    const { fileName } = await savedAt(first, runId, 20)
    await first.close()
    const folder = join(dataFolder, 'runs', runId, 'snapshots')
    rmSync(join(folder, `${fileName}.json`))
    const half = join(folder, `${fileName}.1234.tmp`)
    writeFileSync(half, 'half')
    const yesterday = Date.now() / 1000 - 86_400
    utimesSync(half, yesterday, yesterday)
    const second = await openLab(dataFolder)
    expect(await snapshotsOf(second, runId)).toMatchObject([{ iteration: 20, hiddenSize: 16 }])
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('refuses a file that is no snapshot, and keeps nothing of it', async () => {
    const lab = await openLab()
    const result = await lab.importFile('bad.npz', Uint8Array.of(0x50, 0x4b, 3, 4, 5, 6))
    expect(result).toMatchObject({ ok: false, error: { parameters: { file: 'bad.npz' } } })
    expect(valueOf(await lab.call('snapshots.list', {}))).toEqual([])
    expect(valueOf(await lab.importFile('words.txt', new TextEncoder().encode('some words'))).kind).toBe('text')
  })

  it.skipIf(!existsSync(COURSE_SNAPSHOT))('opens the course’s snapshot and completes a prompt with it', async () => {
    const lab = await openLab()
    const file = join(temporaryFolder(), 'char-rnn-snapshot.npz')
    copyFileSync(COURSE_SNAPSHOT, file)
    const opened = valueOf(await lab.openFile(file))
    if (opened.kind !== 'snapshot') throw new Error('taken for a text')
    const { id: snapshotId } = opened.snapshot
    expect(opened.snapshot).toMatchObject({ hiddenSize: 250, iteration: null, title: 'char-rnn-snapshot' })
    expect(Array.from(opened.snapshot.vocabulary)).toHaveLength(62)
    const corner = { parameter: 'Wxh', source: 'parameters', rowStart: 95, rowEnd: 96, columnStart: 9, columnEnd: 10 }
    const region = valueOf(await lab.call('snapshots.region', { snapshotId, ...corner } as never))
    expect(region).toMatchObject({ rowsPerCell: 1, columnsPerCell: 1 })
    // DESIGN.md's figures come from NumPy.
    expect((region as { cells: number[][] }).cells[0]![0]).toBeCloseTo(-4.493, 3)
    const prompt = { snapshotId, length: 20, temperature: 1, seed: 0, feedLastTwice: false }
    const unknown = await lab.call('snapshots.complete', { ...prompt, prompt: '学 a', skipUnknown: false })
    expect(codeOf(unknown)).toBe('prompt-character-unknown')
    const completion = valueOf(await lab.call('snapshots.complete', { ...prompt, prompt: '学 a', skipUnknown: true }))
    expect(completion).toMatchObject({ skipped: ['学'] })
    expect(completion.text).toHaveLength(20)
    const original = readSnapshot(readFileSync(COURSE_SNAPSHOT))
    expect((await npzOf(lab, snapshotId)).parameters).toEqual(original.parameters)
  })
})
