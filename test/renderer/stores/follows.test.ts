import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import type { TextReadingSummary } from '#core/contract/analysis.ts'
import { createDatasets } from '../../../src/renderer/stores/datasets.ts'
import { createFollows } from '../../../src/renderer/stores/follows.ts'
import { createRuns } from '../../../src/renderer/stores/runs.ts'
import { createSnapshots } from '../../../src/renderer/stores/snapshots.ts'
import { createRequest } from '../../../src/renderer/lab/requests.ts'
import { answersTaken, dataset, fakeLab, summary, type FakeLab } from '../fake-lab.ts'

const READING: TextReadingSummary = {
  network: { iteration: null, hiddenSize: 4, vocabulary: ['\n', ' ', ':', 'a'], key: 'one' },
  characters: 99,
  natsPerCharacter: 1,
  unknown: { count: 0, characters: [] },
  pastMatters: [{ character: 'a', occurrences: 9, bits: 0.5, meanEntropyBits: 1, accuracy: 0.5 }],
  seconds: 0,
}

async function storeOver(lab: FakeLab) {
  const none = (): void => undefined
  const request = createRequest(lab, none)
  const datasets = createDatasets(lab, request, none)
  const runs = createRuns(lab, request)
  const snapshots = createSnapshots({ lab, request, report: none, removed: none })
  await Promise.all([datasets.load(), runs.load()])
  return createFollows({ lab, datasets, runs, snapshots })
}

function labWith(answers: FakeLab['answers']): FakeLab {
  return fakeLab({
    'datasets.list': () => ({ bundled: [], recent: [dataset()] }),
    'runs.list': () => [summary({ state: 'finished' })],
    'analysis.read': () => READING,
    'analysis.cancel': () => null,
    ...answers,
  })
}

describe('the question of what follows', () => {
  it('begins with the newest run and the text it learned from, and reads that while somebody looks', async () => {
    const lab = labWith({})
    const follows = await storeOver(lab)
    follows.begin()
    const end = follows.follow()
    await answersTaken()
    const read = lab.calls.find(({ name }) => name === 'analysis.read')
    expect(read?.input).toMatchObject({ source: { kind: 'run', runId: 'one' }, datasetId: 'play', limit: null })
    expect(follows.ofContexts.value).toMatchObject({ target: ':', contexts: 'text' })
    end()
  })

  it('reads only the beginning for a run that trains', async () => {
    const follows = await storeOver(labWith({ 'runs.list': () => [summary({ state: 'training' })] }))
    follows.begin()
    expect(follows.asked.value?.limit).toBe(20_000)
  })

  it('asks about a character that the network knows', async () => {
    const network = { ...READING.network, vocabulary: ['a', 'b'] }
    const follows = await storeOver(labWith({ 'analysis.read': () => ({ ...READING, network }) }))
    follows.begin()
    await follows.read()
    expect(follows.question.target).toBe('a')
  })

  it('proposes a contrast until the user has chosen one', async () => {
    const follows = await storeOver(labWith({}))
    follows.propose(['a', 'b'])
    expect([follows.question.for, follows.question.against]).toEqual([['a'], ['b']])
    follows.contrast({ for: ['c'], against: 'rest' })
    follows.propose(['x', 'y'])
    expect([follows.question.for, follows.question.against]).toEqual([['c'], 'rest'])
  })

  it('forgets what was removed when it asks about another character or network', async () => {
    const follows = await storeOver(labWith({}))
    follows.question.removed = [1, 2]
    follows.ask(',')
    expect(follows.question.removed).toEqual([])
    follows.question.removed = [1]
    follows.choose({ kind: 'run', runId: 'one' })
    expect(follows.question.removed).toEqual([])
  })

  it('tells why a text could not be read, and reads it again when asked', async () => {
    const lab = labWith({ 'analysis.read': () => ({ ok: false, error: { code: 'cancelled', parameters: {} } }) })
    const follows = await storeOver(lab)
    follows.begin()
    await follows.read()
    expect(follows.problem.value?.code).toBe('cancelled')
    lab.answers['analysis.read'] = () => READING
    await follows.read()
    await nextTick()
    expect([follows.problem.value, follows.reading.value]).toEqual([null, READING])
  })
})
