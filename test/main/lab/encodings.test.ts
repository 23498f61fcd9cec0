// Texts that are not UTF-8, from opening them to going on with what was learned from them.
import { describe, expect, it } from 'vitest'
import { openLab, reaches, startOn, textFile, valueOf } from './open-lab.ts'
import type { Lab } from '#lab/lab-interface.ts'

/** 你好：中文 and a line break, by Python's codec. */
const GB18030_LINE = [0xc4, 0xe3, 0xba, 0xc3, 0xa3, 0xba, 0xd6, 0xd0, 0xce, 0xc4, 0x0a]
const LINE = '你好：中文\n'
const LINES = 60

const gb18030File = () => textFile(Uint8Array.from(Array(LINES).fill(GB18030_LINE).flat() as number[]), 'play.txt')
const utf16File = () => textFile(new Uint8Array(Buffer.from(`\uFEFF${LINE.repeat(LINES)}`, 'utf16le')), 'notes.txt')

async function finishedRun(lab: Lab, file: string) {
  const { id: datasetId } = valueOf(await lab.openTextFile(file))
  const { id: runId } = valueOf(await startOn(lab, datasetId, { iterations: 20, sampleEvery: 5 }))
  const run = await reaches(lab, runId, 'finished')
  const { id: snapshotId } = valueOf(await lab.call('runs.save', { runId }))
  return { datasetId, run, snapshotId }
}

describe.each([
  ['GB18030', gb18030File, 'gb18030'],
  ['UTF-16', utf16File, 'utf-16'],
] as const)('a text in %s', (_, file, encoding) => {
  it('is described by its characters', async () => {
    const lab = await openLab()
    const { id: datasetId } = valueOf(await lab.openTextFile(file()))
    const options = { encoding: 'auto', vocabularyOrder: 'sorted' } as const
    const description = valueOf(await lab.call('datasets.describe', { datasetId, options }))
    expect(description).toMatchObject({ encoding, characters: LINE.length * LINES })
    expect(description.firstLines[0]).toBe('你好：中文')
  })

  it('is trained on, and gone on with: itself, and the same characters in UTF-8', async () => {
    const lab = await openLab()
    const { run, snapshotId } = await finishedRun(lab, file())
    expect(run.text).toMatchObject({ encoding, vocabularySize: 6 })
    const { text } = valueOf(await lab.call('runs.sample', { runId: run.id, index: 0 }))
    expect([...text].every((character) => LINE.includes(character))).toBe(true)

    const resumed = valueOf(await lab.call('snapshots.resume', { snapshotId, iterations: 40 }))
    expect((await reaches(lab, resumed.id, 'finished')).text.encoding).toBe(encoding)
    const { id: datasetId } = valueOf(await lab.openTextFile(textFile(LINE.repeat(LINES), 'same.txt')))
    const other = valueOf(await lab.call('snapshots.resume', { snapshotId, iterations: 60, datasetId }))
    expect((await reaches(lab, other.id, 'finished')).text.encoding).toBe('utf-8')
  })

  it('is analysed, and so is another by the network that learned from it', async () => {
    const lab = await openLab()
    const { datasetId, snapshotId } = await finishedRun(lab, file())
    const { id: other } = valueOf(await lab.openTextFile(textFile(LINE.repeat(LINES), 'same.txt')))
    const read = (id: string) =>
      lab.call('analysis.read', { source: { kind: 'snapshot', snapshotId }, datasetId: id, limit: null, jobId: id })
    const own = valueOf(await read(datasetId))
    // The last one is followed by nothing.
    expect(own.characters).toBe(LINE.length * LINES - 1)
    expect(valueOf(await read(other)).pastMatters).toEqual(own.pastMatters)
  })
})
