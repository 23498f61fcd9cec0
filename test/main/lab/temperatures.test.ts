// One network at several temperatures, on real threads: the panes' texts are those that a completion gives.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { distanceFrom } from '#core/analysis/temperature-match.ts'
import { textStatistics } from '#core/analysis/text-statistics.ts'
import type { Comparison, Written } from '#core/contract/temperatures.ts'
import type { OperationInput } from '#core/contract/operations.ts'
import { DEFAULT_TEXT_OPTIONS } from '#core/contract/settings.ts'
import type { SnapshotSummary } from '#core/contract/snapshots.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { until } from '#lab/runs/until.ts'
import { codeOf, openLab, reaches, sharedLab, startOnPatterns, temporaryFolder, textFile, valueOf } from './open-lab.ts'

const FULL_SPEED: OperationInput<'temperatures.change'> = { charactersPerSecond: null }

async function trainedSnapshot(lab: Lab): Promise<SnapshotSummary> {
  const run = await startOnPatterns(lab, { iterations: 200 })
  await reaches(lab, run.id, 'finished')
  await lab.call('runs.save', { runId: run.id })
  return valueOf(await lab.call('snapshots.list', {}))[0]!
}

async function opened(lab: Lab): Promise<{ snapshot: SnapshotSummary; comparison: Comparison }> {
  const snapshot = await trainedSnapshot(lab)
  await lab.call('temperatures.open', { source: { kind: 'snapshot', snapshotId: snapshot.id } })
  return { snapshot, comparison: valueOf(await lab.call('temperatures.change', FULL_SPEED)) }
}

/** Reads on until the pane's text has the length. */
async function readUntil(lab: Lab, comparison: Comparison, paneId: string, length: number): Promise<string> {
  let text = ''
  while (text.length < length) {
    const request = { paneId, epoch: comparison.epoch, from: text.length, limit: Math.min(2000, length - text.length) }
    text += valueOf(await lab.call('temperatures.written', request)).characters
  }
  return text
}

function read(lab: Lab, change: Partial<OperationInput<'temperatures.written'>>, comparison: Comparison) {
  const request = { paneId: comparison.panes[0]!.id, epoch: comparison.epoch, from: 0, limit: 100, ...change }
  return lab.call('temperatures.written', request)
}

describe('a comparison', () => {
  let lab: Lab
  let close: () => Promise<void>
  let snapshot: SnapshotSummary
  let comparison: Comparison

  // The tests of this group share a lab and build on each other's panes only by asking for what they need.
  beforeAll(async () => {
    ;({ lab, close } = await sharedLab())
    ;({ snapshot, comparison } = await opened(lab))
  })
  afterAll(() => close())

  it('begins with four panes that all write', () => {
    expect(comparison.panes.map(({ temperature }) => temperature)).toEqual([0.5, 1, 2, 5])
    expect(comparison.panes.every(({ playing }) => playing)).toBe(true)
    expect(comparison.network).toMatchObject({ title: snapshot.title, hiddenSize: 16, isLive: false })
    expect(comparison.settings.datasetId).toBe('patterns')
  })

  it('writes in each pane what a completion writes at its temperature and seed', async () => {
    for (const { id, temperature } of comparison.panes) {
      const options = { length: 500, temperature, seed: 0, feedLastTwice: false, skipUnknown: false }
      const request = { snapshotId: snapshot.id, prompt: '', ...options }
      const expected = valueOf(await lab.call('snapshots.complete', request)).text
      expect(await readUntil(lab, comparison, id, 500), String(temperature)).toBe(expected)
    }
  })

  it('writes the same to the last character in two panes of one temperature', async () => {
    const { panes } = valueOf(await lab.call('temperatures.addPane', { temperature: 2 }))
    const [one, other] = panes.filter(({ temperature }) => temperature === 2).map(({ id }) => id)
    expect(await readUntil(lab, comparison, one!, 3000)).toBe(await readUntil(lab, comparison, other!, 3000))
    await lab.call('temperatures.removePane', { paneId: other! })
  })

  it('tells of every character what it was drawn from', async () => {
    const pane = comparison.panes[1]!
    const written = valueOf(await read(lab, { paneId: pane.id }, comparison))
    expect(written.characters).toHaveLength(100)
    const alternatives = Array.from(written.alternatives)
    for (let position = 0; position < 100; position++) {
      const named = alternatives.slice(5 * position, 5 * position + 5)
      const shares = written.alternativeProbabilities.slice(5 * position, 5 * position + 5)
      const rank = written.ranks[position]!
      if (rank <= 5) {
        expect(named[rank - 1]).toBe(written.characters[position])
        expect(shares[rank - 1]).toBe(written.probabilities[position])
      }
      expect([...shares].sort((a, b) => b - a)).toEqual(shares)
      expect(written.entropies[position]).toBeGreaterThanOrEqual(0)
    }
  })

  it('changes the temperature of a pane while its text goes on, and marks where', async () => {
    const pane = valueOf(await lab.call('temperatures.addPane', { temperature: 1 })).panes.at(-1)!
    const before = await readUntil(lab, comparison, pane.id, 50)
    await lab.call('temperatures.changePane', { paneId: pane.id, temperature: 0 })
    const after = await readUntil(lab, comparison, pane.id, 100)
    expect(after.slice(0, 50)).toBe(before)
    const { marks, probabilities, statistics } = valueOf(await read(lab, { paneId: pane.id }, comparison))
    expect(marks).toEqual([{ kind: 'temperature', temperature: 0, position: 50 }])
    expect(new Set(probabilities.slice(50))).toEqual(new Set([1]))
    expect(statistics).not.toBeNull()
    await lab.call('temperatures.removePane', { paneId: pane.id })
    expect(codeOf(await read(lab, { paneId: pane.id }, comparison))).toBe('pane-unknown')
  })

  it('stops and goes on, one pane alone or all together', async () => {
    const { id } = comparison.panes[0]!
    await readUntil(lab, comparison, id, 10)
    const { length } = valueOf(await read(lab, {}, comparison))
    const still = async (): Promise<boolean> => valueOf(await read(lab, { from: length }, comparison)).length === length
    await lab.call('temperatures.changePane', { paneId: id, playing: false })
    expect(await still()).toBe(true)
    const all = valueOf(await lab.call('temperatures.change', { playing: false }))
    expect(all.panes.some(({ playing }) => playing)).toBe(false)
    await lab.call('temperatures.change', { playing: true })
    expect(await still()).toBe(false)
  })

  it('keeps a bounded part of a text without end', async () => {
    const { id } = comparison.panes[2]!
    let last: Written | null = null
    for (let from = 0; from < 20_000; from = last!.start + last!.characters.length) {
      last = valueOf(await read(lab, { paneId: id, from, limit: 2000 }, comparison))
    }
    const oldest = valueOf(await read(lab, { paneId: id, from: 0, limit: 1 }, comparison))
    expect(oldest.length - oldest.start).toBeGreaterThanOrEqual(8000)
    expect(oldest.length - oldest.start).toBeLessThan(9000)
    await until(() => false, 600)
    const { statistics } = valueOf(await read(lab, { paneId: id, from: last!.length }, comparison))
    expect(statistics!.characters).toBeLessThan(9000)
    expect(statistics!.wordsInText).toBeGreaterThan(0)
  })

  it('draws among the likeliest only where that is asked for', async () => {
    await lab.call('temperatures.change', { topK: 1 })
    const { epoch } = valueOf(await lab.call('temperatures.restart', {}))
    const { id } = comparison.panes[3]!
    const { ranks } = valueOf(await read(lab, { paneId: id, epoch }, comparison))
    expect(new Set(ranks)).toEqual(new Set([1]))
    comparison = valueOf(await lab.call('temperatures.change', { topK: null }))
  })

  it('begins again with another prompt, and refuses one that the network cannot read', async () => {
    const changed = valueOf(await lab.call('temperatures.change', { prompt: 'ab' }))
    expect(changed.epoch).toBe(comparison.epoch + 1)
    expect(codeOf(await lab.call('temperatures.change', { prompt: '狐' }))).toBe('prompt-character-unknown')
    comparison = changed
  })

  it('refuses what is no temperature', async () => {
    for (const temperature of [-1, Number.NaN, Infinity, '1', 101]) {
      const result = await lab.call('temperatures.addPane', { temperature: temperature as number })
      expect(codeOf(result), String(temperature)).toBe('input-malformed')
    }
  })

  it('looks words up in another text, and refuses one that is not there', async () => {
    expect(codeOf(await lab.call('temperatures.change', { datasetId: 'nowhere' }))).toBe('dataset-unknown')
    const other = valueOf(await lab.openTextFile(textFile('nothing that the patterns have')))
    valueOf(await lab.call('temperatures.change', { datasetId: other.id }))
    await lab.call('temperatures.restart', {})
    comparison = valueOf(await lab.call('temperatures.read', {}))!
    await readUntil(lab, comparison, comparison.panes[1]!.id, 500)
    await until(() => false, 600)
    const { statistics } = valueOf(await read(lab, { paneId: comparison.panes[1]!.id, from: 500 }, comparison))
    expect(statistics!.wordsInText).toBe(0)
  })
})

describe('the comparison of a lab', () => {
  it('is remembered until it is closed', async () => {
    const folder = temporaryFolder()
    const first = await openLab(folder)
    const { comparison } = await opened(first)
    await first.call('temperatures.removePane', { paneId: comparison.panes[3]!.id })
    const text = await readUntil(first, comparison, comparison.panes[0]!.id, 200)
    await first.close()
    const second = await openLab(folder)
    const remembered = valueOf(await second.call('temperatures.read', {}))!
    expect(remembered).toEqual({ ...comparison, panes: comparison.panes.slice(0, 3) })
    expect(await readUntil(second, remembered, remembered.panes[0]!.id, 200)).toBe(text)
    await second.call('temperatures.close', {})
    await second.close()
    expect(valueOf(await (await openLab(folder)).call('temperatures.read', {}))).toBeNull()
  })

  it('goes on with the parameters of a live run when it is refreshed, and marks it', async () => {
    const lab = await openLab()
    const run = await startOnPatterns(lab, { iterations: 50_000_000 })
    await lab.call('temperatures.open', { source: { kind: 'run', runId: run.id } })
    const comparison = valueOf(await lab.call('temperatures.change', FULL_SPEED))
    expect(comparison.network.isLive).toBe(true)
    const { id } = comparison.panes[1]!
    await readUntil(lab, comparison, id, 20)
    const { iteration } = comparison.network
    let refreshed = comparison
    while (refreshed.network.iteration === iteration) refreshed = valueOf(await lab.call('temperatures.refresh', {}))
    await readUntil(lab, comparison, id, 5000)
    const { marks } = valueOf(await read(lab, { paneId: id }, comparison))
    expect(marks).toEqual([{ kind: 'network', iteration: refreshed.network.iteration, position: expect.any(Number) }])
    await lab.call('runs.stop', { runId: run.id })
  })

  it('is swept over many temperatures, and the text’s own counts are matched best where they are nearest', async () => {
    const lab = await openLab()
    const { snapshot, comparison } = await opened(lab)
    const counts: number[] = []
    lab.on('temperatures.swept', (sweep) => counts.push(sweep?.points.length ?? -1))
    const begun = valueOf(await lab.call('temperatures.sweep', {}))
    expect(begun).toMatchObject({ state: 'running', points: [], datasetId: 'patterns' })
    const described = await lab.call('datasets.describe', { datasetId: 'patterns', options: DEFAULT_TEXT_OPTIONS })
    // A text that is not long enough for stretches of 5,000 characters is cut into four.
    expect(begun.length).toBe(Math.floor(valueOf(described).characters / 4))
    const last = begun.temperatures.length
    await until(() => counts.at(-1) === last, 15_000)
    const sweep = valueOf(await lab.call('temperatures.readSweep', {}))!
    expect(sweep).toMatchObject({ state: 'finished', failure: null })
    expect(counts).toEqual(Array.from({ length: last + 1 }, (_, done) => done))

    // The texts are those that a completion gives, and the counts are those of the texts.
    const point = sweep.points.find(({ temperature }) => temperature === 2)!
    const options = { length: begun.length, temperature: 2, seed: 0, feedLastTwice: false, skipUnknown: false }
    const completion = await lab.call('snapshots.complete', { snapshotId: snapshot.id, prompt: '', ...options })
    const { wordsInText, ...counted } = textStatistics(valueOf(completion).text, null)
    expect(wordsInText).toBeNull()
    expect(point).toMatchObject(counted)
    expect(point.distance).toBe(distanceFrom(sweep.reference!, point))
    // A network that has learned something writes more like the text at 1 than at 5.
    const distanceAt = (at: number): number => sweep.points.find(({ temperature }) => temperature === at)!.distance!
    expect(distanceAt(1)).toBeLessThan(distanceAt(5))

    await lab.call('temperatures.open', { source: comparison.source })
    expect(valueOf(await lab.call('temperatures.readSweep', {}))).toBeNull()
  })

  it('can be swept again after a sweep was stopped', async () => {
    const lab = await openLab()
    await opened(lab)
    await lab.call('temperatures.sweep', {})
    await lab.call('temperatures.stopSweep', {})
    const stopped = valueOf(await lab.call('temperatures.readSweep', {}))!
    expect(stopped.state).toBe('stopped')
    await until(() => false, 200)
    expect(valueOf(await lab.call('temperatures.readSweep', {}))).toEqual(stopped)
    const [one, other] = await Promise.all([lab.call('temperatures.sweep', {}), lab.call('temperatures.sweep', {})])
    expect(one).toEqual(other)
    await until(() => false, 400)
    expect(valueOf(await lab.call('temperatures.readSweep', {}))!.points.length).toBeGreaterThan(0)
  })

  it('has to be opened first, on a network that is there', async () => {
    const lab = await openLab()
    expect(codeOf(await lab.call('temperatures.restart', {}))).toBe('comparison-missing')
    const source = { kind: 'snapshot', snapshotId: 'none/none.npz' } as const
    expect(codeOf(await lab.call('temperatures.open', { source }))).toBe('snapshot-unknown')
  })
})
