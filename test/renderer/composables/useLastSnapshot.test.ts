import { describe, expect, test } from 'vitest'
import { createApp, effectScope, ref, shallowRef } from 'vue'
import type { RunSummary } from '#core/contract/runs.ts'
import { useLastSnapshot } from '../../../src/renderer/composables/useLastSnapshot.ts'
import { createStores, STORES } from '../../../src/renderer/stores/stores.ts'
import { answersTaken, fakeLab, snapshotSummary, summary } from '../fake-lab.ts'

const interrupted = summary({ state: 'interrupted', canContinue: false, iteration: 2100 })
const snapshots = [1000, 2000].map((iteration) => snapshotSummary({ id: `one/${iteration}`, iteration }))

async function lastOf(first: RunSummary) {
  const lab = fakeLab({
    'snapshots.list': () => snapshots,
    'snapshots.resume': () => summary({ state: 'training', iteration: 2000 }),
  })
  const stores = createStores({ lab, connected: ref(true), onReconnected: () => undefined })
  await stores.snapshots.load()
  const run = shallowRef(first)
  const app = createApp({}).provide(STORES, stores)
  const last = app.runWithContext(() => effectScope().run(() => useLastSnapshot(() => run.value))!)
  const resumes = () => lab.calls.filter(({ name }) => name === 'snapshots.resume').map(({ input }) => input)
  return { lab, stores, run, last, resumes }
}

describe('the last snapshot of a run', () => {
  test('is where an interrupted run goes on, to its own target', async () => {
    const { last, resumes, stores } = await lastOf(interrupted)
    expect(last.snapshot.value?.id).toBe('one/2000')
    await last.goOn()
    expect(resumes()).toEqual([{ snapshotId: 'one/2000', iterations: interrupted.settings.iterations }])
    expect(stores.runs.shown.value?.state).toBe('training')
  })

  test('is asked for another target where the run’s own is reached', async () => {
    const settings = { ...interrupted.settings, iterations: 2000 }
    const { last, resumes, stores } = await lastOf({ ...interrupted, state: 'finished', settings })
    await last.goOn()
    expect(resumes()).toEqual([])
    expect(stores.snapshots.question.value).toMatchObject({ kind: 'resume', snapshot: { id: 'one/2000' } })
  })

  test('is not needed while the network is in memory, and of no use where the loss diverged', async () => {
    const { last, run } = await lastOf(summary({ state: 'stopped', canContinue: true }))
    expect(last.snapshot.value).toBeNull()
    const failure = { code: 'loss-not-finite', parameters: {} } as const
    run.value = { ...interrupted, state: 'failed', failure }
    expect(last.snapshot.value).toBeNull()
  })

  test('that the lab cannot go on from is reported', async () => {
    const { lab, last, stores } = await lastOf(interrupted)
    const refusal = { ok: false, error: { code: 'dataset-changed', parameters: { file: 'play.txt' } } }
    lab.answers['snapshots.resume'] = () => refusal
    await last.goOn()
    await answersTaken()
    expect(stores.notices.list.value.map(({ error }) => error.code)).toEqual(['dataset-changed'])
  })
})
