import { expect, test } from 'vitest'
import type { Result } from '#core/contract/operations.ts'
import type { RunSummary } from '#core/contract/runs.ts'
import { createRequest } from '../../../src/renderer/lab/requests.ts'
import { createDatasets } from '../../../src/renderer/stores/datasets.ts'
import { createPreferences } from '../../../src/renderer/stores/preferences.ts'
import { createRuns } from '../../../src/renderer/stores/runs.ts'
import { createSetup } from '../../../src/renderer/stores/setup.ts'
import { createShownView } from '../../../src/renderer/stores/shown-view.ts'
import { createTour } from '../../../src/renderer/stores/tour.ts'
import { answersTaken, bundledDataset, description, fakeLab, frame, summary } from '../fake-lab.ts'

const patterns = bundledDataset('patterns', 32, 3000)
const REFUSED = { ok: false, error: { code: 'internal', parameters: { detail: 'no' } } } as const

/** A tour at its step 'start', over a text that is described when `read` is called. */
async function atStart(started: RunSummary | Result<RunSummary> = summary()) {
  let read = (): void => undefined
  const isRead = new Promise<void>((resolve) => (read = resolve))
  const lab = fakeLab({
    'datasets.list': () => ({ bundled: [patterns], recent: [] }),
    'datasets.describe': () => description(patterns),
    'preferences.write': () => null,
    'runs.start': () => started,
  })
  const { call } = lab
  lab.call = (async (name: string, input: unknown) => {
    if (name === 'datasets.describe') await isRead
    return call(name as never, input as never)
  }) as typeof call
  const request = createRequest(lab, () => undefined)
  const datasets = createDatasets(lab, request, () => undefined)
  const runs = createRuns(lab, request)
  const setup = createSetup(lab, datasets, runs)
  const tour = createTour({ preferences: createPreferences(lab, request), runs, setup, shownView: createShownView() })
  await datasets.load()
  tour.beginFirst()
  await tour.next()
  await tour.next()
  expect(tour.step.value).toBe('start')
  return { lab, tour, read }
}

test('nothing is started before the text has been read, however fast one goes on', async () => {
  const { tour, read } = await atStart()
  expect(tour.canGoOn.value).toBe(false)
  await tour.next()
  expect(tour.step.value).toBe('start')
  read()
  await answersTaken()
  expect(tour.canGoOn.value).toBe(true)
  await tour.next()
  expect(tour.step.value).toBe('loss')
  expect(tour.run.value?.id).toBe(summary().id)
})

test('waits where it is when the lab starts nothing', async () => {
  const { tour, read } = await atStart(REFUSED)
  read()
  await answersTaken()
  await tour.next()
  expect(tour.step.value).toBe('start')
})

test('ends with a network that has lost half of a uniform guess’s loss', async () => {
  const { lab, tour, read } = await atStart()
  read()
  await answersTaken()
  for (let steps = 0; steps < 2; steps++) await tour.next()
  expect(tour.step.value).toBe('sample')
  expect(tour.canGoOn.value).toBe(false)
  const { settings, text } = summary()
  const guess = settings.sequenceLength * Math.log(text.vocabularySize)
  lab.emit('runs.frame', [frame({ run: summary({ smoothLoss: guess / 2 - 1 }) })])
  expect(tour.canGoOn.value).toBe(true)
  await tour.next()
  expect(tour.step.value).toBe('learned')
})
