// Analyses through the lab and its real thread: that they agree with each other, long work told and cancelled, and which
// network answers. What is refused is in analysis-refusals.test.ts. The figures themselves are held against NumPy in test/core/analysis and in parity.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnalysisProgress, Follows, ReadingRequest, TextReadingSummary } from '#core/contract/analysis.ts'
import type { OperationInput } from '#core/contract/operations.ts'
import type { Lab } from '#lab/lab-interface.ts'
import datasets from '../../../resources/datasets/datasets.json' with { type: 'json' }
import { CONTEXTS, trainedOnPatterns } from './analysed-patterns.ts'
import { codeOf, openLab, reaches, sharedLab, startOn, startOnPatterns, textFile, valueOf } from './open-lab.ts'

describe('analyses of a snapshot', () => {
  let lab: Lab
  let close: () => Promise<void>
  let asked: ReadingRequest
  let vocabulary: string[]
  let patterns: TextReadingSummary

  beforeAll(async () => {
    ;({ lab, close } = await sharedLab())
    asked = await trainedOnPatterns(lab)
    patterns = valueOf(await lab.call('analysis.read', { ...asked, jobId: 'first' }))
    vocabulary = patterns.network.vocabulary
  })
  afterAll(() => close())

  async function onText(content: string): Promise<ReadingRequest> {
    return { ...asked, datasetId: valueOf(await lab.openTextFile(textFile(content))).id }
  }
  async function follows(change: Partial<OperationInput<'analysis.follows'>> = {}): Promise<Follows> {
    return valueOf(await lab.call('analysis.follows', { ...asked, ...CONTEXTS, outcomes: ['\n', ' '], ...change }))
  }
  const means = ({ outcomes }: Follows): number[] => outcomes.map(({ mean }) => mean)

  it('agree with each other on the contexts of the text', async () => {
    const found = await follows()
    const row = patterns.pastMatters.find(({ character }) => character === ':')!
    expect(found.contexts).toBe(row.occurrences)
    expect(found.pastMattersBits).toBeCloseTo(row.bits, 10)
    expect(found.accuracy).toBeCloseTo(row.accuracy, 12)
    const changes = { ...asked, ...CONTEXTS, changes: [] }
    const { before, after } = valueOf(await lab.call('analysis.knockOut', changes))
    expect(after).toEqual(before)
    before.forEach((p, outcome) => expect(p).toBeCloseTo(found.outcomes[outcome]!.mean, 12))
  })

  it('are about strings of several characters, too', async () => {
    const target = `${vocabulary.at(-1)!}:`
    const text = await onText(`${target}a ${target}\nb:${target}${target}`)
    const found = await follows({ ...text, target })
    // The last one is followed by nothing.
    expect([found.occurrences, found.contexts]).toEqual([3, 3])
    const counts = Object.fromEntries(vocabulary.map((character, i) => [character, found.textCounts[i]]))
    expect(counts).toMatchObject({ a: 1, '\n': 1, [target[0]!]: 1 })
    expect(found.points.positions).toEqual([1, 5, 10])
    const context = { ...text, ...CONTEXTS, target, context: 1 }
    const detail = valueOf(await lab.call('analysis.context', context))
    expect(detail).toMatchObject({ before: `${target}a ${target}`, after: `\nb:${target}${target}` })
    expect(detail.probabilities[vocabulary.indexOf('\n')]).toBeCloseTo(found.points.x[1]!, 12)
  })

  it.each([':', 'ab:'])('begin from nothing before “%s” where that is asked for', async (target) => {
    const found = await follows({ target, contexts: 'empty' })
    const prompt = { source: asked.source, prompt: target, temperature: 1, feedLastTwice: false, skipUnknown: false }
    const { steps } = valueOf(await lab.call('analysis.next', prompt))
    expect(found.contexts).toBe(1)
    expect(found.accuracy).toBeNull()
    means(found).forEach((p, outcome) => expect(p).toBeCloseTo(steps.at(-1)!.probabilities[outcome]!, 12))
  })

  it('are about contexts that the network writes itself, the same for a seed', async () => {
    const [one, again, other] = [
      await follows({ contexts: 'model' }),
      await follows({ contexts: 'model' }),
      await follows({ contexts: 'model', seed: 1 }),
    ]
    expect(again).toEqual(one)
    expect(means(other)).not.toEqual(means(one))
    expect(one).toMatchObject({ contexts: 500, accuracy: null, groups: [], points: { positions: [], followed: [] } })
  })

  it('leave out what the network does not know, and say how much and what', async () => {
    const known = 'ab:\nab: cd:'
    const read = async (content: string): Promise<TextReadingSummary> =>
      valueOf(await lab.call('analysis.read', { ...(await onText(content)), jobId: 'unknown' }))
    const found = await read(`狐${known.slice(0, 5)}犬狐${known.slice(5)}`)
    expect(found.unknown).toEqual({ count: 3, characters: ['狐', '犬'] })
    const { unknown, characters, natsPerCharacter } = await read(known)
    expect(unknown).toEqual({ count: 0, characters: [] })
    expect(found).toMatchObject({ characters, natsPerCharacter })
  })

  it('read only as much of a text as is asked for', async () => {
    const { characters } = valueOf(await lab.call('analysis.read', { ...asked, limit: 1000, jobId: 'some' }))
    expect(characters).toBe(999)
  })

  it('change weights everywhere in the text that is meant', async () => {
    for (const text of [await onText('ab:\nab: ab:\n'), await onText('ba: ba: ba:a')]) {
      const request = { ...text, ...CONTEXTS, changes: [], jobId: 'everywhere' }
      const { before, after } = valueOf(await lab.call('analysis.knockOutEverywhere', request))
      expect(after).toEqual(before)
    }
    const changes = [{ parameter: 'by' as const, row: vocabulary.indexOf('a'), column: 0, value: 50 }]
    const request = { ...asked, ...CONTEXTS, changes }
    const here = valueOf(await lab.call('analysis.knockOut', request))
    const everywhere = valueOf(await lab.call('analysis.knockOutEverywhere', { ...request, jobId: 'everywhere' }))
    // Output biases touch no state, so that it is the same where they are changed.
    everywhere.after.forEach((p, outcome) => expect(p).toBeCloseTo(here.after[outcome]!, 12))
  })

  describe('of a long text', () => {
    let long: ReadingRequest
    beforeAll(async () => {
      const line = 'ab: cd:\n'
      long = {
        ...asked,
        datasetId: valueOf(await lab.importText('long.txt', new TextEncoder().encode(line.repeat(40_000)))).id,
      }
    })

    it('are given up when they are cancelled, and begun anew when they are asked for again', async () => {
      const given = lab.call('analysis.read', { ...long, jobId: 'long' })
      valueOf(await lab.call('analysis.cancel', { jobId: 'another' }))
      valueOf(await lab.call('analysis.cancel', { jobId: 'long' }))
      expect(codeOf(await given)).toBe('cancelled')

      const told: AnalysisProgress[] = []
      const end = lab.on('analysis.progress', (jobs) => told.push(jobs))
      const { characters } = valueOf(await lab.call('analysis.read', { ...long, jobId: 'again' }))
      end()
      expect(characters).toBe(319_999)
      expect(told.at(-1)).toEqual([])
      const shares = told.flatMap((jobs) => jobs.filter(({ jobId }) => jobId === 'again').map(({ done }) => done))
      expect(shares.length).toBeGreaterThan(0)
      expect(shares).toEqual([...shares].sort((one, other) => one - other))
      expect(shares.every((done) => done >= 0 && done <= 1)).toBe(true)
    })

    it('tell nothing of a cancelled job that is not there', async () => {
      expect(valueOf(await lab.call('analysis.cancel', { jobId: 'nobody' }))).toBeNull()
    })
  })
})

describe('analyses of a live run', () => {
  it('are of the parameters that read the text, until it is read again', async () => {
    const lab = await openLab()
    const run = await startOnPatterns(lab, { iterations: 50_000_000 })
    const source = { kind: 'run', runId: run.id } as const
    const asked = { source, datasetId: 'patterns', limit: 3000 }
    const first = valueOf(await lab.call('analysis.read', { ...asked, jobId: 'read' }))
    const prompt = { source, prompt: 'ab:', temperature: 1, feedLastTwice: false, skipUnknown: false }
    let now = first.network
    while (now.iteration === first.network.iteration) now = valueOf(await lab.call('analysis.next', prompt)).network
    expect(now.iteration).toBeGreaterThan(first.network.iteration!)

    const bitsAfterColon = ({ pastMatters }: TextReadingSummary): number =>
      pastMatters.find(({ character }) => character === ':')!.bits
    const follows = async (): Promise<Follows> =>
      valueOf(await lab.call('analysis.follows', { ...asked, ...CONTEXTS, outcomes: ['\n', ' '] }))
    const found = await follows()
    expect(found.network).toEqual(first.network)
    expect(found.pastMattersBits).toBeCloseTo(bitsAfterColon(first), 10)

    const second = valueOf(await lab.call('analysis.read', { ...asked, jobId: 'read' }))
    expect(second.network.iteration).toBeGreaterThan(first.network.iteration!)
    const later = await follows()
    expect(later.network).toEqual(second.network)
    expect(later.pastMattersBits).toBeCloseTo(bitsAfterColon(second), 10)
    await lab.call('runs.stop', { runId: run.id })
  })
})

describe('a network trained on the bundled play', () => {
  it('expects a newline after a colon about as often as the grammar writes one', async () => {
    const lab = await openLab()
    const run = valueOf(await startOn(lab, 'chronicle-play', { hiddenSize: 48, iterations: 6000 }))
    await reaches(lab, run.id, 'finished')
    const asked = { source: { kind: 'run', runId: run.id }, datasetId: 'chronicle-play', limit: 60_000 } as const
    valueOf(await lab.call('analysis.read', { ...asked, jobId: 'read' }))
    const request = { ...asked, ...CONTEXTS, outcomes: ['\n', ' '] as [string, string] }
    const { outcomes, network } = valueOf(await lab.call('analysis.follows', request))
    const expected = (character: string): number => outcomes[network.vocabulary.indexOf(character)]!.mean
    const { probabilityNewlineAfterColon: truth } = datasets.find(({ id }) => id === 'chronicle-play')!.facts
    // Before training each of 64 characters is as likely, and over all contexts both are rarer than after a colon.
    expect(Math.abs(expected('\n') - truth)).toBeLessThan(0.05)
    expect(Math.abs(expected(' ') - (1 - truth))).toBeLessThan(0.05)
  })
})
