// Snapshot files wherever they are: what the terminal asks of the lab about them.
import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSnapshot } from '#core/formats/snapshot-reader.ts'
import { snapshotToNpz } from '#core/formats/snapshot-writer.ts'
import { runStateLength, runStateViews } from '#core/training/run-state.ts'
import type { Lab } from '#lab/lab-interface.ts'
import type { ResumeChanges } from '#lab/snapshots/resume-changes.ts'
import { snapshotWork } from '#lab/snapshots/snapshot-work.ts'
import course from '../../fixtures/rnn/course-completions.json' with { type: 'json' }
import { smallNetwork } from '../../core/rnn/small-network.ts'
import { codeOf, openLab, reaches, settings, startOn, temporaryFolder, textFile, valueOf } from './open-lab.ts'

const COURSE_SNAPSHOT = resolve(import.meta.dirname, '../../../../shared/data/char-rnn-snapshot.npz')
const isHere = existsSync(COURSE_SNAPSHOT)
if (!isHere) console.warn('SKIPPED: the course’s snapshot is not beside this checkout, so its texts were not compared')

const ABC = 'abcab'

/** A file as another program writes it: a network and its vocabulary, and nothing to go on with exactly. */
function foreignFile(characters: string, network = smallNetwork()): string {
  const codePoints = Array.from(characters, (character) => character.codePointAt(0)!)
  const file = join(temporaryFolder(), 'foreign.npz')
  const rest = { adagradMemory: null, dataSize: null, resume: null, extras: new Map() }
  writeFileSync(file, snapshotToNpz({ ...network, ...rest, vocabulary: { codePoints, encoding: 'either' } }))
  return file
}

/** A text of the lab, and a file that a run on it saved at iteration 40. */
async function savedRun(lab: Lab, text: string) {
  const { id: datasetId } = valueOf(await lab.openTextFile(textFile(text)))
  const file = join(temporaryFolder(), 'saved.npz')
  const { id } = valueOf(await startOn(lab, datasetId, { iterations: 40, sequenceLength: 3, seed: 5 }))
  lab.snapshotFiles.keepCopy(id, file, (error) => expect.unreachable(error.code))
  await reaches(lab, id, 'finished')
  expect(valueOf(await lab.snapshotFiles.finishCopy(id))).toBe(40)
  return { datasetId, file }
}

describe('going on from a file', () => {
  it.each([
    ['another shape', { settings: { hiddenSize: 17 } }, 'settings-contradict'],
    ['another seed', { settings: { seed: 6 } }, 'settings-contradict'],
    ['another reading of the text', { text: { encoding: 'bytes' } }, 'settings-contradict'],
    ['another order of the characters', { text: { vocabularyOrder: 'appearance' } }, 'vocabulary-order-contradicts'],
  ] satisfies [string, ResumeChanges, string][])('refuses %s', async (_, changes, code) => {
    const lab = await openLab()
    const { datasetId, file } = await savedRun(lab, ABC.repeat(20))
    expect(codeOf(await lab.snapshotFiles.train(file, datasetId, changes))).toBe(code)
  })

  it('takes what agrees, and what may change', async () => {
    const lab = await openLab()
    const { datasetId, file } = await savedRun(lab, ABC.repeat(20))
    const same = { hiddenSize: settings().hiddenSize, batch: 1, seed: 5 }
    const changes: ResumeChanges = {
      settings: { ...same, iterations: 50, learningRate: 0.01 },
      text: { encoding: 'auto', vocabularyOrder: 'sorted' },
    }
    const { run, isSameText } = valueOf(await lab.snapshotFiles.train(file, datasetId, changes))
    expect(isSameText).toBe(true)
    expect(run).toMatchObject({ iteration: 40, settings: { sequenceLength: 3, learningRate: 0.01, iterations: 50 } })
    expect((await reaches(lab, run.id, 'finished')).iteration).toBe(50)
  })

  it('tells the smooth loss for the length that a sequence has now', async () => {
    const lab = await openLab()
    const { datasetId, file } = await savedRun(lab, ABC.repeat(20))
    const { smoothLoss } = valueOf(await lab.snapshotFiles.describe(file)).snapshot
    const changes = { settings: { sequenceLength: 6, iterations: 41 } }
    const { run } = valueOf(await lab.snapshotFiles.train(file, datasetId, changes))
    expect(run.smoothLoss).toBeCloseTo(2 * smoothLoss!, 12)
  })

  it('reads another text from its start, with a memory of nothing', async () => {
    const lab = await openLab()
    const { file } = await savedRun(lab, ABC.repeat(20))
    const { id: other } = valueOf(await lab.openTextFile(textFile('cba'.repeat(20))))
    const target = join(temporaryFolder(), 'next.npz')
    const { run, isSameText } = valueOf(await lab.snapshotFiles.train(file, other, { settings: { iterations: 41 } }))
    expect(isSameText).toBe(false)
    lab.snapshotFiles.keepCopy(run.id, target, (error) => expect.unreachable(error.code))
    await reaches(lab, run.id, 'finished')
    expect(valueOf(await lab.snapshotFiles.finishCopy(run.id))).toBe(41)
    expect(valueOf(await lab.snapshotFiles.describe(target)).snapshot.iteration).toBe(41)
    const { resume } = await read(lab, target)
    expect(resume!.position).toBe(3)
  })

  it('begins all streams anew when there are more of them or fewer', async () => {
    const lab = await openLab()
    const { datasetId, file } = await savedRun(lab, ABC.repeat(20))
    let [from, iterations] = [file, 40]
    for (const batch of [2, 1]) {
      iterations++
      const { run } = valueOf(await lab.snapshotFiles.train(from, datasetId, { settings: { batch, iterations } }))
      const target = join(temporaryFolder(), 'next.npz')
      lab.snapshotFiles.keepCopy(run.id, target, (error) => expect.unreachable(error.code))
      await reaches(lab, run.id, 'finished')
      expect(valueOf(await lab.snapshotFiles.finishCopy(run.id))).toBe(iterations)
      const { resume } = await read(lab, target)
      // One sequence of three further from the start.
      expect(resume).toMatchObject({ iteration: iterations, position: 3 })
      expect(resume!.hprev).toHaveLength(batch)
      from = target
    }
  })

  it('begins anew with a network of another program: the seed and the sequence are the given ones', async () => {
    const lab = await openLab()
    const file = foreignFile('bca :')
    const { id: datasetId } = valueOf(await lab.openTextFile(textFile('a: bca cab '.repeat(9))))
    const order = await lab.snapshotFiles.train(file, datasetId, { text: { vocabularyOrder: 'sorted' } })
    expect(codeOf(order)).toBe('vocabulary-order-contradicts')
    for (const seed of [1, 2]) {
      const changes = { settings: { seed, sequenceLength: 4, iterations: 1, sampleEvery: 1 } }
      const { run, isSameText } = valueOf(await lab.snapshotFiles.train(file, datasetId, changes))
      expect({ isSameText, iteration: run.iteration }).toEqual({ isSameText: null, iteration: 0 })
      // As min-char-rnn begins: a uniform guess.
      expect(run.smoothLoss).toBeCloseTo(4 * Math.log(5), 12)
      await reaches(lab, run.id, 'finished')
      const { text, temperature } = valueOf(await lab.call('runs.sample', { runId: run.id, index: 0 }))
      // The first sample goes on from the text's first character, before any step.
      const { sampleLength: length } = run.settings
      const options = { prompt: 'a', length, temperature, seed, feedLastTwice: false, skipUnknown: false }
      expect(text).toBe(valueOf(await lab.snapshotFiles.complete(file, options)).text)
    }
  })
})

it('a network so large that its scores overflow writes nothing, and that is said', async () => {
  const lab = await openLab()
  const network = smallNetwork()
  network.parameters.Why.fill(Number.MAX_VALUE)
  const options = { prompt: '', length: 9, temperature: 1, seed: 0, feedLastTwice: false, skipUnknown: false }
  const completion = await lab.snapshotFiles.complete(foreignFile('bca :', network), options)
  expect(codeOf(completion)).toBe('network-not-finite')
})

async function read(lab: Lab, file: string) {
  const { id } = valueOf(await lab.importSnapshotFile(file))
  return readSnapshot(valueOf(await lab.encodeSnapshot(id, 'npz')).bytes)
}

describe('what is saved', () => {
  it('of a run whose loss became infinite is its last good state', async () => {
    const lab = await openLab()
    const opened = valueOf(await lab.openTextFile(textFile(`${'ab'.repeat(2000)}c${'ab'.repeat(20)}`)))
    const changes = { learningRate: 100, sampleEvery: 0, snapshotEvery: 0, iterations: 1_000_000 }
    const { id } = valueOf(await startOn(lab, opened.id, changes))
    const file = join(temporaryFolder(), 'last.npz')
    lab.snapshotFiles.keepCopy(id, file, (error) => expect.unreachable(error.code))
    const failed = await reaches(lab, id, 'failed')
    expect(valueOf(await lab.snapshotFiles.finishCopy(id))).toBe(failed.iteration)
    expect(valueOf(await lab.snapshotFiles.describe(file)).snapshot.iteration).toBe(failed.iteration)
  })

  it('is never a state that nobody could open again', async () => {
    const sizes = { hiddenSize: 2, vocabularySize: 3, batch: 1 }
    const values = new Float64Array(runStateLength(sizes))
    runStateViews(values, sizes).parameters.Whh[3] = NaN
    const path = join(temporaryFolder(), 'bad.npz')
    const named = { datasetId: 'x', fileName: 'x', characters: 9, vocabularySize: 3, sha256: '' }
    const text = { ...named, encoding: 'bytes', vocabularyOrder: 'sorted' } as const
    const run = { settings: settings(sizes), text, kernel: 'reference' } as const
    await expect(snapshotWork.save({ path, values, codePoints: [1, 2, 3], run })).rejects.toMatchObject({
      value: { code: 'network-not-finite' },
    })
    expect(existsSync(path)).toBe(false)
  })
})

describe.skipIf(!isHere)('the course’s snapshot', () => {
  it.each(course.cases)(
    'writes NumPy’s text after “$prompt” at temperature $temperature with seed $seed, fed twice: $feedLastTwice',
    async ({ beginning, sha256, ...request }) => {
      const lab = await openLab()
      const options = { ...request, length: course.length, skipUnknown: false }
      const { text } = valueOf(await lab.snapshotFiles.complete(COURSE_SNAPSHOT, options))
      expect(text.slice(0, beginning.length)).toBe(beginning)
      expect(createHash('sha256').update(text).digest('hex')).toBe(sha256)
    },
  )
})
