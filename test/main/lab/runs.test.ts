// Runs in real worker threads over real shared memory: commands, frames, files, and what happens when things go wrong.
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { until } from '#lab/runs/until.ts'
import {
  codeOf,
  collectFrames,
  openLab,
  reaches,
  settings,
  startOn,
  startOnPatterns,
  summaryOf,
  temporaryFolder,
  textFile,
  valueOf,
} from './open-lab.ts'

const ENDLESS = { iterations: 2_000_000_000 }

describe('a run', () => {
  it('trains to its target, and tells of every iteration once and in order', async () => {
    const lab = await openLab()
    const run = await startOnPatterns(lab)
    const iterations: number[] = []
    lab.watchIterations(run.id, ({ iteration }) => iterations.push(iteration))
    const finished = await reaches(lab, run.id, 'finished')
    expect(iterations).toEqual(Array.from({ length: 300 }, (_, i) => i))
    expect(finished).toMatchObject({ iteration: 300, failure: null, samples: 3, canContinue: true })
    // 25 ln 25 is what a uniform guess over the 25 characters loses.
    expect(finished.smoothLoss).toBeLessThan(25 * Math.log(25))
    expect(finished.seconds).toBeGreaterThan(0)
  })

  it('pauses, steps by one and by many, resumes and stops when told to', async () => {
    const lab = await openLab()
    const { id: runId } = await startOnPatterns(lab, ENDLESS)
    await reaches(lab, runId, 'training')

    const paused = valueOf(await lab.call('runs.pause', { runId }))
    expect(paused.state).toBe('paused')
    const stepped = valueOf(await lab.call('runs.step', { runId, iterations: 1 }))
    expect(stepped).toMatchObject({ state: 'paused', iteration: paused.iteration + 1 })
    valueOf(await lab.call('runs.step', { runId, iterations: 50 }))
    const steppedFar = await reaches(lab, runId, 'paused')
    expect(steppedFar.iteration).toBe(paused.iteration + 51)

    expect(valueOf(await lab.call('runs.resume', { runId })).state).toBe('training')
    await until(() => false, 30)
    const stopped = valueOf(await lab.call('runs.stop', { runId }))
    expect(stopped.state).toBe('stopped')
    expect(stopped.iteration).toBeGreaterThan(steppedFar.iteration)
    expect((await summaryOf(lab, runId)).iteration).toBe(stopped.iteration)
  })

  it('goes on past its target, and after a stop, to the bit where a straight run would be', async () => {
    const lab = await openLab()
    const straight = await startOnPatterns(lab, { iterations: 400 })
    const { id: runId } = await startOnPatterns(lab, { iterations: 150 })
    await reaches(lab, runId, 'finished')
    valueOf(await lab.call('runs.resume', { runId, iterations: 100_000 }))
    await lab.call('runs.pause', { runId })
    await lab.call('runs.stop', { runId })
    const { iteration } = await reaches(lab, runId, 'stopped')
    expect(iteration).toBeGreaterThanOrEqual(150)
    if (iteration < 400) valueOf(await lab.call('runs.resume', { runId, iterations: 400 }))
    await reaches(lab, runId, 'finished', 'stopped')
    await reaches(lab, straight.id, 'finished')

    const last = async (id: string, at: number) => {
      const history = valueOf(await lab.call('runs.history', { runId: id }))
      return history.smoothLoss[history.iteration.indexOf(at)]
    }
    expect(await last(runId, 399)).toBe(await last(straight.id, 399))
    expect(valueOf(await lab.call('runs.sample', { runId, index: 3 })).text).toBe(
      valueOf(await lab.call('runs.sample', { runId: straight.id, index: 3 })).text,
    )
  })

  it('obeys commands that come while its thread is on its way out', async () => {
    const lab = await openLab()
    for (let round = 0; round < 10; round++) {
      const { id: runId } = await startOnPatterns(lab, { iterations: 1, sampleEvery: 0 })
      await reaches(lab, runId, 'finished')
      valueOf(await lab.call('runs.resume', { runId, ...ENDLESS }))
      valueOf(await lab.call('runs.pause', { runId }))
      await reaches(lab, runId, 'paused')
      valueOf(await lab.call('runs.stop', { runId }))
      expect((await reaches(lab, runId, 'stopped')).iteration).toBeGreaterThanOrEqual(1)
      valueOf(await lab.call('runs.remove', { runId }))
    }
  })

  it('refuses commands that make no sense in its state, each with a reason', async () => {
    const lab = await openLab()
    const { id: runId } = await startOnPatterns(lab, { iterations: 10 })
    await reaches(lab, runId, 'finished')
    expect(codeOf(await lab.call('runs.pause', { runId }))).toBe('run-not-active')
    expect(codeOf(await lab.call('runs.stop', { runId }))).toBe('run-not-active')
    expect(codeOf(await lab.call('runs.step', { runId, iterations: 1 }))).toBe('target-reached')
    expect(codeOf(await lab.call('runs.resume', { runId, iterations: 10 }))).toBe('target-reached')
    expect(codeOf(await lab.call('runs.pause', { runId: 'nobody' }))).toBe('run-unknown')
    expect(codeOf(await lab.call('runs.sample', { runId, index: 99 }))).toBe('sample-unknown')
  })

  it('runs beside others, each in a thread of its own, and gives what it gives alone', async () => {
    const lab = await openLab()
    const runs = await Promise.all([1, 2, 1].map((seed) => startOnPatterns(lab, { seed })))
    const ended = await Promise.all(runs.map(({ id }) => reaches(lab, id, 'finished')))
    expect(ended[0]!.smoothLoss).toBe(ended[2]!.smoothLoss)
    expect(ended[0]!.smoothLoss).not.toBe(ended[1]!.smoothLoss)
  })

  it('lets its network go when four others have ended after it, and keeps its history', async () => {
    const lab = await openLab()
    const runs = []
    for (let i = 0; i < 5; i++) {
      const run = await startOnPatterns(lab, { iterations: 3 })
      runs.push(await reaches(lab, run.id, 'finished'))
    }
    const [first, second] = [runs[0]!.id, runs[1]!.id]
    await until(() => false, 150)
    expect(await summaryOf(lab, first)).toMatchObject({ state: 'finished', iteration: 3, canContinue: false })
    expect(valueOf(await lab.call('runs.history', { runId: first })).iteration).toEqual([0, 1, 2])
    expect(codeOf(await lab.call('runs.resume', { runId: first, iterations: 9 }))).toBe('run-not-active')
    expect((await lab.call('runs.resume', { runId: second, iterations: 9 })).ok).toBe(true)
  })

  it('sends frames whose rows together are the history, and its samples with their iteration', async () => {
    const lab = await openLab()
    const frames = collectFrames(lab)
    const { id: runId } = await startOnPatterns(lab, { iterations: 2500, sampleEvery: 1000, sampleLength: 30 })
    await reaches(lab, runId, 'finished')
    await until(() => frames.at(-1)?.run.state === 'finished', 1000)
    const history = valueOf(await lab.call('runs.history', { runId }))
    expect(frames.flatMap(({ rows }) => rows.iteration)).toEqual(history.iteration)
    expect(history.iteration.slice(0, 3)).toEqual([0, 1, 2])
    expect(history.iteration.length).toBeLessThan(2000)
    expect(valueOf(await lab.call('runs.samples', { runId }))).toEqual([0, 1000, 2000])
    const sample = valueOf(await lab.call('runs.sample', { runId, index: 2 }))
    expect(sample).toMatchObject({ index: 2, iteration: 2000, temperature: 1 })
    expect(sample.text).toHaveLength(30)
  })
})

describe('the folder of a run', () => {
  it('is listed again after a restart, with its history and its samples', async () => {
    const dataFolder = temporaryFolder()
    const first = await openLab(dataFolder)
    const { id: runId } = await startOnPatterns(first, { seed: 7 })
    await reaches(first, runId, 'finished')
    const history = valueOf(await first.call('runs.history', { runId }))
    const sample = valueOf(await first.call('runs.sample', { runId, index: 1 }))
    await first.close()

    const second = await openLab(dataFolder)
    const run = await summaryOf(second, runId)
    expect(run).toMatchObject({ state: 'finished', iteration: 300, samples: 3, canContinue: false })
    expect(run.settings).toEqual(settings({ seed: 7 }))
    expect(valueOf(await second.call('runs.history', { runId }))).toEqual(history)
    expect(valueOf(await second.call('runs.sample', { runId, index: 1 }))).toEqual(sample)
    expect(codeOf(await second.call('runs.resume', { runId }))).toBe('run-not-active')
    valueOf(await second.call('runs.remove', { runId }))
    expect(valueOf(await second.call('runs.list', {}))).toEqual([])
  })

  it('shows a run whose process died as interrupted, whatever was cut off', async () => {
    const dataFolder = temporaryFolder()
    const first = await openLab(dataFolder)
    const { id: runId } = await startOnPatterns(first)
    await reaches(first, runId, 'finished')
    await first.close()
    const folder = join(dataFolder, 'runs', runId)
    const file = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'))
    // No process has this number; and run.json was written some iterations before the end.
    const run = { ...file.run, state: 'training', iteration: 100, smoothLoss: 1 }
    writeFileSync(join(folder, 'run.json'), JSON.stringify({ ...file, process: 2 ** 30, run }))
    for (const name of ['metrics.jsonl', 'samples.jsonl']) {
      const content = readFileSync(join(folder, name))
      writeFileSync(join(folder, name), content.subarray(0, content.length - 20))
    }

    const second = await openLab(dataFolder)
    const history = valueOf(await second.call('runs.history', { runId }))
    expect(history.iteration).toHaveLength(299)
    const asFarAsItCame = { iteration: 299, smoothLoss: history.smoothLoss.at(-1) }
    const expected = { state: 'interrupted', canContinue: false, ...asFarAsItCame }
    expect(await summaryOf(second, runId)).toMatchObject(expected)
    expect(valueOf(await second.call('runs.samples', { runId }))).toEqual([0, 100])
  })

  it('is passed over when its run.json is damaged, and the others are listed', async () => {
    const dataFolder = temporaryFolder()
    const first = await openLab(dataFolder)
    const runs = [await startOnPatterns(first, { iterations: 5 }), await startOnPatterns(first, { iterations: 5 })]
    await Promise.all(runs.map(({ id }) => reaches(first, id, 'finished')))
    await first.close()
    writeFileSync(join(dataFolder, 'runs', runs[0]!.id, 'run.json'), '{"format": 1, "run"')
    const second = await openLab(dataFolder)
    expect(valueOf(await second.call('runs.list', {})).map(({ id }) => id)).toEqual([runs[1]!.id])
  })

  it('goes with the run when it is removed, which an active run refuses', async () => {
    const lab = await openLab()
    const { id: runId } = await startOnPatterns(lab, ENDLESS)
    expect(codeOf(await lab.call('runs.remove', { runId }))).toBe('run-active')
    await lab.call('runs.stop', { runId })
    await reaches(lab, runId, 'stopped')
    valueOf(await lab.call('runs.remove', { runId }))
    expect(codeOf(await lab.call('runs.history', { runId }))).toBe('run-unknown')
  })
})

describe('what can go wrong', () => {
  it('ends a run whose loss is not finite as failed, with the last good iteration', async () => {
    const lab = await openLab()
    // The rare letter's logit sinks by up to 100 at every iteration that it is absent from, until its probability is 0.
    const opened = valueOf(await lab.openTextFile(textFile(`${'ab'.repeat(2000)}c${'ab'.repeat(20)}`)))
    const run = valueOf(await startOn(lab, opened.id, { learningRate: 100, sampleEvery: 0, ...ENDLESS }))
    const failed = await reaches(lab, run.id, 'failed')
    expect(failed.failure).toEqual({
      code: 'loss-not-finite',
      parameters: { iteration: failed.iteration, lastGood: failed.iteration - 1 },
    })
    expect(failed.iteration).toBeGreaterThan(0)
    expect(failed.canContinue).toBe(false)
  })

  it('reports the death of a training thread, and the other runs train on', async () => {
    const workers = temporaryFolder()
    cpSync(inject('workersFolder'), workers, { recursive: true })
    const real = JSON.stringify(join(inject('workersFolder'), 'training-worker.js'))
    writeFileSync(
      join(workers, 'training-worker.js'),
      `const { workerData } = require('node:worker_threads')
       if (workerData.seed === 13) throw new Error('an unlucky number')
       if (workerData.seed === 14) process.exit(3)
       import(${real})`,
    )
    const lab = await openLab(temporaryFolder(), workers)
    const healthy = await startOnPatterns(lab, { ...ENDLESS, seed: 1 })
    const throwing = await startOnPatterns(lab, { seed: 13 })
    const leaving = await startOnPatterns(lab, { seed: 14 })
    expect((await reaches(lab, throwing.id, 'failed')).failure).toMatchObject({
      code: 'worker-died',
      parameters: { detail: 'an unlucky number' },
    })
    expect((await reaches(lab, leaving.id, 'failed')).failure).toMatchObject({
      code: 'worker-died',
      parameters: { detail: 'exit code 3' },
    })
    const { iteration } = await reaches(lab, healthy.id, 'training')
    await until(() => false, 100)
    expect((await summaryOf(lab, healthy.id)).iteration).toBeGreaterThan(iteration)
  })

  it('refuses a text shorter than one sequence and one, and a network too large for the memory', async () => {
    const lab = await openLab()
    const opened = valueOf(await lab.openTextFile(textFile('0123456789')))
    const short = await startOn(lab, opened.id, { sequenceLength: 10 })
    expect(short).toMatchObject({
      ok: false,
      error: { code: 'text-too-short', parameters: { characters: 10, needed: 11 } },
    })
    expect((await startOn(lab, opened.id, { sequenceLength: 9, iterations: 1 })).ok).toBe(true)
    const characters = Array.from({ length: 4096 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('')
    const many = valueOf(await lab.openTextFile(textFile(characters)))
    // 2048 * 4096 * 2 + 2048 * 2048 + 2048 + 4096 parameters, four arrays of them, 8 bytes each: 640 MiB and more.
    const large = await startOn(lab, many.id, { hiddenSize: 2048 })
    expect(large).toMatchObject({ ok: false, error: { code: 'network-too-large', parameters: { limit: 512 } } })
    expect(valueOf(await lab.call('runs.list', {}))).toHaveLength(1)
  })
})
