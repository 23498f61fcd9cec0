// A disk that is full or takes nothing: a clear message, nothing lost. The disks are small file systems in memory, which
// only root can mount; where that is not so these tests are skipped, and say so.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createLab } from '#lab/lab.ts'
import { writeFileAtomically } from '#lab/storage/atomic-file.ts'
import {
  codeOf,
  openLab,
  reaches,
  RESOURCES_FOLDER,
  startOn,
  startOnPatterns,
  summaryOf,
  temporaryFolder,
  textFile,
  valueOf,
} from './open-lab.ts'

/** Tries once whether this process may mount. */
function mayMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const probe = join(process.env.TMPDIR ?? '/tmp', `charscope-mount-${process.pid}`)
  mkdirSync(probe, { recursive: true })
  const mounted =
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe], { stdio: 'ignore' }).status === 0
  if (mounted) execFileSync('umount', [probe])
  rmSync(probe, { recursive: true })
  return mounted
}

const CAN_MOUNT = mayMount()
if (!CAN_MOUNT) console.log('!!! NOT TESTED HERE: full and read-only disks (mounting needs root). !!!')

/** A file system of its own, of so many KiB; unmounted once the labs on it have been closed. */
function disk(kibibytes: number): string {
  const folder = temporaryFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kibibytes}k`, 'tmpfs', folder])
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]))
  return folder
}

/** Fills what is left of it. */
function fill(folder: string): string {
  const file = join(folder, 'filler')
  const { bavail, bsize } = statfsSync(folder)
  try {
    writeFileSync(file, Buffer.alloc(bavail * bsize))
  } catch {
    // The last block may go to the file's own entry.
  }
  return file
}

describe.skipIf(!CAN_MOUNT)('a full disk', () => {
  it('ends a run that trains with a clear message; what was saved opens, and the lab goes on once there is room', async () => {
    const folder = disk(4096)
    const lab = await openLab(folder)
    const { id: runId } = await startOnPatterns(lab, { iterations: 2_000_000_000, sampleEvery: 10, snapshotEvery: 0 })
    const saved = valueOf(await lab.call('runs.save', { runId }))
    const filler = fill(folder)
    const failed = await reaches(lab, runId, 'failed')
    expect(failed.failure).toMatchObject({ code: 'folder-unwritable', parameters: { detail: 'ENOSPC' } })
    expect(valueOf(await lab.call('snapshots.describe', { snapshotId: saved.id })).snapshot.iteration).toBe(
      saved.iteration,
    )

    rmSync(filler)
    const again = await startOnPatterns(lab, { iterations: 50 })
    await reaches(lab, again.id, 'finished')
  })

  it('is told of by everything that would be written, and changes nothing that is there', async () => {
    const folder = disk(2048)
    const lab = await openLab(folder)
    await lab.call('preferences.write', { theme: 'dark' })
    valueOf(await lab.openTextFile(textFile('one two three')))
    fill(folder)
    expect(codeOf(await lab.importText('large.txt', Buffer.from('four five six '.repeat(1000))))).toBe('disk-refused')
    expect(codeOf(await startOn(lab, 'patterns'))).toBe('folder-unwritable')
    const answers = [
      await lab.call('preferences.write', { theme: 'light' }),
      await lab.openTextFile(textFile('seven eight nine')),
    ]
    for (const answer of answers) expect(['disk-refused', 'no error']).toContain(codeOf(answer))
    await lab.close()

    const next = await openLab(folder)
    expect(valueOf(await next.call('datasets.list', {})).recent.length).toBeGreaterThan(0)
    expect(['dark', 'light']).toContain(valueOf(await next.call('preferences.read', {})).theme)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})

describe.skipIf(!CAN_MOUNT)('a data folder that takes nothing', () => {
  const options = (dataFolder: string) => ({
    front: 'cli' as const,
    version: '0.0.0',
    dataFolder,
    resourcesFolder: RESOURCES_FOLDER,
    workersFolder: 'unused',
  })

  it('is told of at the start', async () => {
    const folder = disk(1024)
    execFileSync('mount', ['-o', 'remount,ro', folder])
    await expect(createLab(options(folder))).rejects.toMatchObject({
      value: { code: 'folder-unwritable', parameters: { folder, detail: 'EROFS' } },
    })
  })

  it('ends what trains with a clear message when it stops taking anything', async () => {
    const folder = disk(4096)
    const lab = await openLab(folder)
    const { id: runId } = await startOnPatterns(lab, { iterations: 2_000_000_000, sampleEvery: 10 })
    valueOf(await lab.call('runs.save', { runId }))
    const ended = spawnSync('true').pid
    writeFileSync(join(folder, 'open-in', String(ended)), '')
    // Refused at a moment when a file is being written.
    await expect.poll(() => spawnSync('mount', ['-o', 'remount,ro', folder], { stdio: 'ignore' }).status).toBe(0)
    const { failure } = await reaches(lab, runId, 'failed')
    expect(failure).toMatchObject({ code: 'folder-unwritable' })
    expect(codeOf(await lab.call('preferences.write', { theme: 'dark' }))).toBe('disk-refused')
    expect(valueOf(await lab.call('runs.history', { runId })).iteration.length).toBeGreaterThan(0)
    // What an ended process left there cannot be cleared away, and matters to nobody.
    expect(valueOf(await lab.call('lab.describe', {})).sharedWith).toBe(0)
  })
})

describe.skipIf(!CAN_MOUNT)('a file that somebody else holds', () => {
  it('is replaced once it is let go', async () => {
    const file = textFile('old', 'held.txt')
    // What is mounted on cannot be renamed over.
    execFileSync('mount', ['--bind', file, file])
    const written = writeFileAtomically(file, 'new')
    await pause(20)
    expect(readFileSync(file, 'utf8')).toBe('old')
    execFileSync('umount', [file])
    await written
    expect(readFileSync(file, 'utf8')).toBe('new')
    expect(readdirSync(dirname(file))).toEqual(['held.txt'])
  })
})

describe('a text that has vanished', () => {
  it('is told of by name, and a run that trains on it goes on', async () => {
    const lab = await openLab()
    const path = textFile('one two three four\n'.repeat(100), 'rhyme.txt')
    const { id: datasetId } = valueOf(await lab.openTextFile(path))
    const run = valueOf(await startOn(lab, datasetId, { iterations: 2_000_000_000 }))
    rmSync(path)
    await expect.poll(async () => (await summaryOf(lab, run.id)).iteration).toBeGreaterThan(0)
    const refused = await startOn(lab, datasetId)
    expect(refused).toMatchObject({ ok: false, error: { code: 'file-missing', parameters: { file: 'rhyme.txt' } } })
    expect(valueOf(await lab.call('datasets.list', {})).recent).toMatchObject([{ id: datasetId, available: false }])
    await lab.call('runs.stop', { runId: run.id })
    expect((await reaches(lab, run.id, 'stopped')).iteration).toBeGreaterThan(0)
    await expect.poll(async () => valueOf(await lab.call('snapshots.list', {})).length).toBeGreaterThan(0)
  })
})
