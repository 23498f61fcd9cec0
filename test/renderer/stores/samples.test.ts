import { nextTick } from 'vue'
import { expect, test } from 'vitest'
import { createRequest } from '../../../src/renderer/lab/requests.ts'
import { createRuns } from '../../../src/renderer/stores/runs.ts'
import { createSamples } from '../../../src/renderer/stores/samples.ts'
import { answersTaken, fakeLab, frame, sampleAt, summary } from '../fake-lab.ts'

async function samplesOf(count: number) {
  const run = summary({ id: 'one', samples: count })
  const lab = fakeLab({
    'runs.list': () => [run, summary({ id: 'two', state: 'finished', samples: 1 })],
    'runs.sample': ({ index }) => sampleAt(Number(index)),
  })
  const request = createRequest(lab, () => undefined)
  const runs = createRuns(lab, request)
  const samples = createSamples(lab, request, runs)
  await runs.load()
  await answersTaken()
  return { lab, run, runs, samples }
}

test('the newest sample is fetched when a run is shown', async () => {
  const { samples } = await samplesOf(5)
  expect(samples.newest.value?.index).toBe(4)
  expect(samples.index.value).toBe(4)
  expect(samples.following.value).toBe(true)
})

test('a run without samples asks for none', async () => {
  const { lab, samples } = await samplesOf(0)
  expect(samples.newest.value).toBeNull()
  expect(lab.calls.some(({ name }) => name === 'runs.sample')).toBe(false)
})

test('new samples come with the frames, but do not move what was gone back to', async () => {
  const { lab, run, samples } = await samplesOf(5)
  await samples.goTo(1)
  expect(samples.chosen.value?.text).toBe('sample 1')
  lab.emit('runs.frame', [frame({ run: { ...run, samples: 6 }, sample: sampleAt(5) })])
  expect(samples.newest.value?.index).toBe(5)
  expect(samples.chosen.value?.index).toBe(1)
  expect(samples.index.value).toBe(1)
  expect(samples.count.value).toBe(6)
  samples.follow()
  expect(samples.index.value).toBe(5)
  expect(samples.chosen.value).toBeNull()
})

test('dragging over many asks for the first and the last of them', async () => {
  const { lab, samples } = await samplesOf(100)
  lab.calls.length = 0
  for (let index = 10; index <= 50; index++) void samples.goTo(index)
  await answersTaken()
  expect(lab.calls.map(({ input }) => input)).toEqual([
    { runId: 'one', index: 10 },
    { runId: 'one', index: 50 },
  ])
  expect(samples.chosen.value?.index).toBe(50)
})

test('returning to the newest while an earlier one is fetched stays with the newest', async () => {
  const { samples } = await samplesOf(5)
  const going = samples.goTo(1)
  samples.follow()
  await going
  expect(samples.chosen.value).toBeNull()
})

test('another run begins with its own newest sample', async () => {
  const { runs, samples } = await samplesOf(5)
  await samples.goTo(1)
  runs.show('two')
  await nextTick()
  await answersTaken()
  expect(samples.following.value).toBe(true)
  expect(samples.newest.value?.index).toBe(0)
})
