// The handlers of the operations on snapshots. What is in a file is asked of the library's thread.
import type { Handlers } from '../handlers.ts'
import type { RunStore } from '../runs/run-store.ts'
import type { SnapshotStore } from './snapshot-store.ts'

type Name = Extract<keyof Handlers, `snapshots.${string}`>

export function snapshotHandlers(snapshots: SnapshotStore, runs: RunStore): Pick<Handlers, Name> {
  const { thread } = snapshots
  const pathOf = async (snapshotId: string): Promise<string> => (await snapshots.find(snapshotId)).path
  return {
    'snapshots.list': () => snapshots.list(),
    'snapshots.describe': async ({ snapshotId }) => {
      const { summary, path } = await snapshots.find(snapshotId)
      const { figures } = await thread.ask('describe', { path })
      return { snapshot: summary, ...figures }
    },
    'snapshots.region': async ({ snapshotId, ...request }) =>
      thread.ask('region', { path: await pathOf(snapshotId), request }),
    'snapshots.complete': async ({ snapshotId, ...options }) =>
      thread.ask('complete', { path: await pathOf(snapshotId), options }),
    'snapshots.write': async ({ snapshotId, from, ...options }) =>
      thread.ask('write', { path: await pathOf(snapshotId), options, from }),
    'snapshots.compare': async ({ before, after }) =>
      thread.ask('compare', { before: await pathOf(before), after: await pathOf(after) }),
    'snapshots.change': (change) => snapshots.change(change),
    'snapshots.remove': async ({ snapshotIds }) => {
      await snapshots.remove(snapshotIds)
      return null
    },
    'snapshots.restore': async ({ snapshotIds }) => {
      await snapshots.restore(snapshotIds)
      return null
    },
    'snapshots.resume': (request) => runs.resume(request),
  }
}
