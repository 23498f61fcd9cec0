import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { StoragePart } from '#core/contract/storage.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { codeOf, openLab, reaches, startOnPatterns, temporaryFolder, textFile, valueOf } from '../open-lab.ts'

async function partOf(lab: Lab, part: StoragePart) {
  const found = valueOf(await lab.call('storage.describe', {})).find((summary) => summary.part === part)
  if (!found) throw new Error(`no part ${part}`)
  return found
}

const clear = async (lab: Lab, part: StoragePart) => valueOf(await lab.call('storage.clear', { part }))

describe('the data folder', () => {
  it('begins empty and tells the very bytes that are in it', async () => {
    const folder = temporaryFolder()
    const lab = await openLab(folder)
    const sizes = valueOf(await lab.call('storage.describe', {})).map(({ bytes }) => bytes)
    expect(sizes.every((bytes) => bytes === 0)).toBe(true)
    await lab.call('preferences.write', { theme: 'dark' })
    const { size } = statSync(join(folder, 'preferences.json'))
    expect(await partOf(lab, 'preferences')).toMatchObject({ files: 1, bytes: size })
  })

  it('loses ended runs with their snapshots, and no run that trains', async () => {
    const lab = await openLab()
    const ended = await startOnPatterns(lab, { iterations: 5 })
    await reaches(lab, ended.id, 'finished')
    const training = await startOnPatterns(lab, { iterations: 2_000_000_000 })
    await clear(lab, 'runs')
    expect(valueOf(await lab.call('runs.list', {})).map(({ id }) => id)).toEqual([training.id])
    expect((await partOf(lab, 'runs')).files).toBeGreaterThan(0)
    await lab.call('runs.stop', { runId: training.id })
    await reaches(lab, training.id, 'stopped')
    await clear(lab, 'runs')
    expect(await partOf(lab, 'runs')).toMatchObject({ files: 0, bytes: 0 })
    expect(valueOf(await lab.call('snapshots.list', {}))).toEqual([])
  })

  it('loses copies of snapshots and texts, and resets what was preferred', async () => {
    const lab = await openLab()
    const { id: runId } = await startOnPatterns(lab, { iterations: 20 })
    await reaches(lab, runId, 'finished')
    const snapshot = valueOf(await lab.call('runs.save', { runId }))
    const { bytes } = valueOf(await lab.encodeSnapshot(snapshot.id, 'npz'))
    valueOf(await lab.importFile('mine.npz', bytes))
    expect(await partOf(lab, 'snapshots')).toMatchObject({ files: 2 })
    await clear(lab, 'snapshots')
    expect(await partOf(lab, 'snapshots')).toMatchObject({ files: 0 })
    expect(valueOf(await lab.call('snapshots.list', {})).every((one) => one.runId === runId)).toBe(true)

    valueOf(await lab.openTextFile(textFile('one two three')))
    valueOf(await lab.importText('b.txt', Buffer.from('four five six')))
    await clear(lab, 'texts')
    expect(valueOf(await lab.call('datasets.list', {})).recent).toEqual([])

    await lab.call('preferences.write', { theme: 'dark', language: 'zh' })
    await clear(lab, 'preferences')
    expect(valueOf(await lab.call('preferences.read', {}))).toMatchObject({ theme: 'system', language: 'system' })
  })

  it('tells a lab of another process that has it open, and forgets one that died', async () => {
    const folder = temporaryFolder()
    const lab = await openLab(folder)
    const sharedWith = async () => valueOf(await lab.call('lab.describe', {})).sharedWith
    expect(await sharedWith()).toBe(0)
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
    writeFileSync(join(folder, 'open-in', String(other.pid)), '')
    expect(await sharedWith()).toBe(1)
    other.kill()
    await once(other, 'exit')
    expect(await sharedWith()).toBe(0)
  })

  it('lets no more runs train than the user allows', async () => {
    const lab = await openLab()
    await lab.call('preferences.write', { trainingThreads: 1 })
    const first = await startOnPatterns(lab, { iterations: 2_000_000_000 })
    await expect(startOnPatterns(lab)).rejects.toThrow('threads-taken')
    await lab.call('runs.stop', { runId: first.id })
    await reaches(lab, first.id, 'stopped')
    await startOnPatterns(lab, { iterations: 2_000_000_000 })
    // One that has ended needs a thread to go on, too.
    expect(codeOf(await lab.call('runs.resume', { runId: first.id }))).toBe('threads-taken')
    expect(codeOf(await lab.call('runs.step', { runId: first.id, iterations: 1 }))).toBe('threads-taken')
  })
})
