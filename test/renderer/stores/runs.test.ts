import { expect, test, vi } from 'vitest'
import type { ErrorValue } from '#core/contract/errors.ts'
import { createRequest } from '../../../src/renderer/lab/requests.ts'
import { createRuns } from '../../../src/renderer/stores/runs.ts'
import { fakeLab, frame, summary } from '../fake-lab.ts'

function runsOf(answers: Parameters<typeof fakeLab>[0]) {
  const lab = fakeLab(answers)
  const report = vi.fn<(error: ErrorValue) => void>()
  return { lab, report, runs: createRuns(lab, createRequest(lab, report)) }
}

const older = summary({ id: 'older', createdAt: '2026-01-01T00:00:00Z', state: 'finished' })
const newer = summary({ id: 'newer', createdAt: '2026-01-02T00:00:00Z', state: 'training' })

test('runs are listed newest first, and one that still trains is shown', async () => {
  const { runs } = runsOf({ 'runs.list': () => [older, newer] })
  await runs.load()
  expect(runs.list.value.map(({ id }) => id)).toEqual(['newer', 'older'])
  expect(runs.shown.value?.id).toBe('newer')
})

test('without one that trains none is shown, so that a new one can be prepared', async () => {
  const { runs } = runsOf({ 'runs.list': () => [older] })
  await runs.load()
  expect(runs.shown.value).toBeNull()
})

test('a frame brings new figures of the runs it names and of no other', async () => {
  const { lab, runs } = runsOf({ 'runs.list': () => [older, newer] })
  await runs.load()
  lab.emit('runs.frame', [frame({ run: { ...newer, iteration: 77 } })])
  expect(runs.shown.value?.iteration).toBe(77)
  expect(runs.list.value.find(({ id }) => id === 'older')).toEqual(older)
})

test('a frame of a run that was removed does not bring it back', async () => {
  const { lab, runs } = runsOf({ 'runs.list': () => [older] })
  await runs.load()
  lab.emit('runs.frame', [frame({ run: newer })])
  expect(runs.list.value.map(({ id }) => id)).toEqual(['older'])
})

test('a run that was started is shown, and a second one beside it', async () => {
  const { runs } = runsOf({ 'runs.list': () => [older, newer], 'runs.start': () => summary({ id: 'third' }) })
  await runs.load()
  await runs.start({
    datasetId: 'play',
    options: { encoding: 'auto', vocabularyOrder: 'sorted' },
    settings: newer.settings,
  })
  expect(runs.shown.value?.id).toBe('third')
  expect(runs.list.value.length).toBe(3)
})

test('commands name the run, and their answer holds at once', async () => {
  const { lab, runs } = runsOf({
    'runs.list': () => [newer],
    'runs.pause': () => ({ ...newer, state: 'paused' }),
    'runs.step': () => ({ ...newer, state: 'training' }),
    'runs.resume': () => newer,
  })
  await runs.load()
  await runs.pause('newer')
  expect(runs.shown.value?.state).toBe('paused')
  await runs.step('newer', 10)
  await runs.resume('newer')
  await runs.resume('newer', 500)
  expect(lab.calls.slice(1)).toEqual([
    { name: 'runs.pause', input: { runId: 'newer' } },
    { name: 'runs.step', input: { runId: 'newer', iterations: 10 } },
    { name: 'runs.resume', input: { runId: 'newer' } },
    { name: 'runs.resume', input: { runId: 'newer', iterations: 500 } },
  ])
})

test('a run that was removed is gone and no longer shown; one that could not be stays', async () => {
  const { runs, lab, report } = runsOf({ 'runs.list': () => [older], 'runs.remove': () => null })
  await runs.load()
  runs.show('older')
  lab.answers['runs.remove'] = () => ({ ok: false, error: { code: 'run-active', parameters: {} } })
  await runs.remove('older')
  expect(report).toHaveBeenCalledWith({ code: 'run-active', parameters: {} })
  expect(runs.shown.value?.id).toBe('older')
  lab.answers['runs.remove'] = () => null
  await runs.remove('older')
  expect(runs.shown.value).toBeNull()
  expect(runs.list.value).toEqual([])
})
