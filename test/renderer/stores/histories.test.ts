import { nextTick } from 'vue'
import { expect, test } from 'vitest'
import { OVERLAY_COLOURS } from '../../../src/renderer/charts/series-colours.ts'
import { createRequest } from '../../../src/renderer/lab/requests.ts'
import { createHistories } from '../../../src/renderer/stores/histories.ts'
import { createRuns } from '../../../src/renderer/stores/runs.ts'
import { answersTaken, fakeLab, frame, rowsOf, summary } from '../fake-lab.ts'

const one = summary({ id: 'one' })
const two = summary({ id: 'two', state: 'finished' })

async function historiesOf(whole: Record<string, number[]>) {
  const lab = fakeLab({
    'runs.list': () => [one, two],
    'runs.history': ({ runId }) => rowsOf(whole[String(runId)] ?? []),
  })
  const request = createRequest(lab, () => undefined)
  const runs = createRuns(lab, request)
  const histories = createHistories(lab, request, runs)
  await runs.load()
  await answersTaken()
  return { lab, runs, histories }
}

test('the history of the shown run is fetched, and grows with the frames', async () => {
  const { lab, histories } = await historiesOf({ one: [0, 1, 2] })
  expect(histories.of('one')?.lastIteration).toBe(2)
  const before = histories.revision.value
  lab.emit('runs.frame', [frame({ run: one, rows: rowsOf([3, 4]) })])
  expect(histories.of('one')?.lastIteration).toBe(4)
  expect(histories.revision.value).toBeGreaterThan(before)
})

test('rows that come while the whole is fetched are neither lost nor doubled', async () => {
  const { lab, histories } = await historiesOf({ one: [0, 1, 2, 3] })
  const reloaded = histories.reload()
  lab.emit('runs.frame', [frame({ run: one, rows: rowsOf([3, 4]) })])
  await reloaded
  const history = histories.of('one')
  expect([...(history?.columns.iteration.subarray(0, history.length) ?? [])]).toEqual([0, 1, 2, 3, 4])
})

test('a frame that skipped rows has the whole fetched again, once more when it happens again', async () => {
  const { lab, histories } = await historiesOf({ one: [0, 1, 2] })
  lab.answers['runs.history'] = () => rowsOf([0, 100, 200])
  lab.emit('runs.frame', [frame({ run: one, restart: true })])
  lab.emit('runs.frame', [frame({ run: one, restart: true })])
  await answersTaken()
  expect(histories.of('one')?.lastIteration).toBe(200)
  lab.emit('runs.frame', [frame({ run: one, rows: rowsOf([201]) })])
  expect(histories.of('one')?.lastIteration).toBe(201)
})

test('runs laid over get a colour each, until none is free; those taken off are forgotten', async () => {
  const { histories } = await historiesOf({ one: [0], two: [0, 1] })
  expect(histories.of('two')).toBeUndefined()
  histories.toggleOverlay('two')
  await nextTick()
  await answersTaken()
  expect(histories.of('two')?.lastIteration).toBe(1)
  expect(histories.overlays.value.get('two')).toBe(OVERLAY_COLOURS[0])
  for (const other of ['a', 'b', 'c', 'd', 'e']) histories.toggleOverlay(other)
  expect(histories.overlays.value.size).toBe(OVERLAY_COLOURS.length)
  expect(new Set(histories.overlays.value.values()).size).toBe(OVERLAY_COLOURS.length)
  expect(histories.hasFreeColour.value).toBe(false)
  histories.toggleOverlay('two')
  await nextTick()
  expect(histories.of('two')).toBeUndefined()
  expect(histories.hasFreeColour.value).toBe(true)
})

test('frames of runs that are not shown cost nothing', async () => {
  const { lab, histories } = await historiesOf({ one: [0] })
  const before = histories.revision.value
  lab.emit('runs.frame', [frame({ run: two, rows: rowsOf([5]) })])
  expect(histories.revision.value).toBe(before)
})
