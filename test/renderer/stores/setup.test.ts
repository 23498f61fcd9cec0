import { nextTick } from 'vue'
import { expect, test } from 'vitest'
import type { ErrorValue } from '#core/contract/errors.ts'
import { createRequest } from '../../../src/renderer/lab/requests.ts'
import { createDatasets } from '../../../src/renderer/stores/datasets.ts'
import { createRuns } from '../../../src/renderer/stores/runs.ts'
import { createSetup } from '../../../src/renderer/stores/setup.ts'
import { answersTaken, bundledDataset, dataset, description, fakeLab, summary } from '../fake-lab.ts'

const play = bundledDataset('play', 100, 50_000)
const patterns = bundledDataset('patterns', 32, 3000)
const own = dataset({ id: 'own', fileName: 'own.txt' })
const listed = { bundled: [play, patterns], recent: [own] }

async function begun() {
  const problems: ErrorValue[] = []
  const lab = fakeLab({
    'datasets.list': () => listed,
    'datasets.describe': ({ datasetId }) =>
      description([play, patterns, own].find(({ id }) => id === datasetId) ?? own),
    'runs.start': () => summary({ id: 'started' }),
  })
  const request = createRequest(lab, (error) => problems.push(error))
  const datasets = createDatasets(lab, request, (error) => problems.push(error))
  const runs = createRuns(lab, request)
  const setup = createSetup(lab, datasets, runs)
  await datasets.load()
  await setup.begin()
  await answersTaken()
  return { lab, datasets, runs, setup, problems }
}

test('the first start has the pattern text with what it suggests, ready to go', async () => {
  const { setup } = await begun()
  expect(setup.datasetId.value).toBe('patterns')
  expect(setup.settings.hiddenSize).toBe(32)
  expect(setup.settings.iterations).toBe(3000)
  expect(setup.description.value?.dataset.id).toBe('patterns')
  expect(setup.canStart.value).toBe(true)
})

test('a bundled text brings its suggestions; one’s own gets the defaults where nothing was typed', async () => {
  const { setup } = await begun()
  setup.choose('play')
  expect(setup.settings).toMatchObject({ hiddenSize: 100, iterations: 50_000 })
  setup.settings.hiddenSize = 64
  setup.choose('own')
  expect(setup.settings).toMatchObject({ hiddenSize: 64, iterations: 10_000 })
})

test('nothing starts before the chosen text is described, nor with a setting out of its range', async () => {
  const { setup } = await begun()
  setup.choose('play')
  expect(setup.canStart.value).toBe(false)
  await nextTick()
  await answersTaken()
  expect(setup.canStart.value).toBe(true)
  setup.settings.hiddenSize = Number.NaN
  expect(setup.canStart.value).toBe(false)
  expect(setup.refusedSettings.value).toEqual(['hiddenSize'])
  setup.settings.hiddenSize = 10
  setup.settings.sampleTemperature = 0
  expect(setup.canStart.value).toBe(false)
  setup.settings.sampleTemperature = null
  expect(setup.canStart.value).toBe(true)
})

test('a text that cannot be read says why, and another way of reading it is tried at once', async () => {
  const { lab, setup } = await begun()
  const error: ErrorValue = { code: 'text-not-in-encoding', parameters: { file: 'own.txt', offset: 3 } }
  const describe = lab.answers['datasets.describe']
  lab.answers['datasets.describe'] = () => ({ ok: false, error })
  setup.options.encoding = 'utf-8'
  await nextTick()
  await answersTaken()
  expect(setup.problem.value).toEqual(error)
  expect(setup.canStart.value).toBe(false)
  if (describe) lab.answers['datasets.describe'] = describe
  setup.options.encoding = 'bytes'
  await nextTick()
  await answersTaken()
  expect(setup.problem.value).toBeNull()
})

test('starting sends what was chosen and shows the run', async () => {
  const { lab, runs, setup } = await begun()
  setup.settings.learningRate = 0.05
  await setup.start()
  const { name, input } = lab.calls.at(-1) ?? {}
  expect(name).toBe('runs.start')
  expect(input).toMatchObject({
    datasetId: 'patterns',
    options: { encoding: 'auto', vocabularyOrder: 'sorted' },
    settings: { hiddenSize: 32, learningRate: 0.05, sampleTemperature: null },
  })
  expect(runs.shown.value?.id).toBe('started')
})

test('a run can be prepared again with its own text and settings', async () => {
  const { runs, setup } = await begun()
  const run = summary({ state: 'finished' })
  run.settings = { ...run.settings, hiddenSize: 77 }
  run.text = { ...run.text, datasetId: 'play', encoding: 'bytes', vocabularyOrder: 'appearance' }
  setup.repeat(run)
  expect(setup.datasetId.value).toBe('play')
  expect(setup.options).toEqual({ encoding: 'bytes', vocabularyOrder: 'appearance' })
  expect(setup.settings.hiddenSize).toBe(77)
  expect(runs.shown.value).toBeNull()
})

test('a text taken off the list while it is chosen makes room for the first', async () => {
  const { lab, setup } = await begun()
  setup.choose('own')
  lab.emit('datasets.changed', { bundled: [play, patterns], recent: [] })
  await nextTick()
  expect(setup.datasetId.value).toBe('patterns')
})
