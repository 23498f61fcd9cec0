import { describe, expect, test } from 'vitest'
import { createSnapshots } from '../../../src/renderer/stores/snapshots.ts'
import { createRequest } from '../../../src/renderer/lab/requests.ts'
import { answersTaken, fakeLab, snapshotSummary } from '../fake-lab.ts'

const all = Array.from({ length: 2500 }, (_, number) => snapshotSummary({ id: `one/${number}`, iteration: number }))

async function library() {
  const lab = fakeLab({
    'snapshots.list': () => all,
    'snapshots.remove': () => null,
    'snapshots.restore': () => null,
  })
  const removals: { count: number; restore: () => void }[] = []
  const reported: string[] = []
  const report = ({ code }: { code: string }) => void reported.push(code)
  const removed = (count: number, restore: () => void) => void removals.push({ count, restore })
  const snapshots = createSnapshots({ lab, request: createRequest(lab, report), report, removed })
  await snapshots.load()
  const asked = (name: string) =>
    lab.calls.filter((call) => call.name === name).map(({ input }) => (input as { snapshotIds: string[] }).snapshotIds)
  return { lab, snapshots, removals, reported, asked }
}

describe('the library', () => {
  test('takes thousands away in messages of bounded length, and brings them back', async () => {
    const { snapshots, removals, asked } = await library()
    snapshots.open('one/7')
    await snapshots.remove(all.map(({ id }) => id))
    expect(asked('snapshots.remove').map(({ length }) => length)).toEqual([1000, 1000, 500])
    expect(snapshots.list.value).toEqual([])
    expect(snapshots.openedId.value).toBeNull()
    expect(removals.map(({ count }) => count)).toEqual([2500])
    removals[0]?.restore()
    for (let turn = 0; turn < 5; turn++) await answersTaken()
    expect(asked('snapshots.restore').flat()).toEqual(all.map(({ id }) => id))
    expect(snapshots.list.value).toHaveLength(2500)
  })

  test('keeps what the lab refused to take away', async () => {
    const { lab, snapshots, removals, reported } = await library()
    const refusal = { ok: false, error: { code: 'snapshot-unknown', parameters: {} } }
    lab.answers['snapshots.remove'] = ({ snapshotIds }) =>
      (snapshotIds as string[]).includes('one/1500') ? refusal : null
    await snapshots.remove(all.map(({ id }) => id))
    expect(snapshots.list.value).toHaveLength(1500)
    expect(removals.map(({ count }) => count)).toEqual([1000])
    expect(reported).toEqual(['snapshot-unknown'])
  })

  test('reloads when the lab says so only while somebody looks', async () => {
    const { lab, snapshots } = await library()
    const lists = () => lab.calls.filter(({ name }) => name === 'snapshots.list').length
    lab.emit('snapshots.changed', { count: 2501 })
    await answersTaken()
    expect(snapshots.count.value).toBe(2501)
    expect(lists()).toBe(1)
    const leave = snapshots.follow()
    await answersTaken()
    expect(lists()).toBe(2)
    leave()
  })

  test('knows the newest snapshot of a run, and how many it has', async () => {
    const { snapshots } = await library()
    expect(snapshots.newestOf('one')?.iteration).toBe(2499)
    expect(snapshots.newestOf('two')).toBeNull()
    expect(snapshots.countOf('one')).toBe(2500)
  })
})
