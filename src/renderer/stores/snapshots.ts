// The library of snapshots: the list as long as somebody looks at it, what is searched in it, which one is opened, and
// the commands that a snapshot takes.
import { computed, reactive, ref, shallowRef } from 'vue'
import type { ErrorValue } from '#core/contract/errors.ts'
import type { LabClient, OperationInput } from '#core/contract/operations.ts'
import type { SnapshotFormat, SnapshotSummary } from '#core/contract/snapshots.ts'
import { settled, type Request } from '../lab/requests.ts'
import { isFrom, matches, NEWEST_FIRST, ordered, type Order, type Origin } from './snapshot-order.ts'

/** While training the lab saves every few seconds; the list need not follow more closely. */
const RELOAD_INTERVAL_MS = 1000
/** So that no message is longer than a front takes. */
const IDS_AT_ONCE = 1000

export type SnapshotsStore = ReturnType<typeof createSnapshots>

/** A dialog about one snapshot. */
export interface SnapshotQuestion {
  kind: 'describe' | 'resume'
  snapshot: SnapshotSummary
}

interface Surroundings {
  lab: LabClient
  request: Request
  report: (error: ErrorValue) => void
  /** Told what was removed and how to bring it back. */
  removed: (count: number, restore: () => void) => void
}

export function createSnapshots({ lab, request, report, removed }: Surroundings) {
  const list = shallowRef<readonly SnapshotSummary[]>([])
  const count = ref(0)
  const isLoaded = ref(false)
  const finding = reactive<{ search: string; origin: Origin; order: Order }>({
    search: '',
    origin: 'all',
    order: NEWEST_FIRST,
  })
  const openedId = ref<string | null>(null)
  const lastOpenedId = ref<string | null>(null)
  const question = shallowRef<SnapshotQuestion | null>(null)

  const found = computed(() => {
    const { search, origin, order } = finding
    const fitting = list.value.filter((snapshot) => isFrom(snapshot, origin) && matches(snapshot, search))
    return ordered(fitting, order)
  })

  let followers = 0
  let isStale = true
  let waiting: ReturnType<typeof setTimeout> | undefined

  async function load(): Promise<void> {
    isStale = false
    const fresh = await request('snapshots.list', {})
    if (!fresh) return
    list.value = fresh
    count.value = fresh.length
    isLoaded.value = true
  }

  function reloadSoon(): void {
    waiting ??= setTimeout(() => {
      waiting = undefined
      void load()
    }, RELOAD_INTERVAL_MS)
  }

  lab.on('snapshots.changed', (event) => {
    count.value = event.count
    if (followers > 0) reloadSoon()
    else isStale = true
  })

  /** Keeps the list up to date until the function returned is called. */
  function follow(): () => void {
    followers++
    if (isStale) void load()
    return () => void followers--
  }

  function put(changed: SnapshotSummary): void {
    list.value = list.value.map((snapshot) => (snapshot.id === changed.id ? changed : snapshot))
  }

  async function change(input: OperationInput<'snapshots.change'>): Promise<void> {
    const changed = await request('snapshots.change', input)
    if (changed) put(changed)
  }

  /** Asks for any number of snapshots; those of the first request that is refused, and of all after it, are left out. */
  async function inBatches(name: 'snapshots.remove' | 'snapshots.restore', snapshotIds: string[]): Promise<string[]> {
    for (let start = 0; start < snapshotIds.length; start += IDS_AT_ONCE) {
      const batch = snapshotIds.slice(start, start + IDS_AT_ONCE)
      if ((await request(name, { snapshotIds: batch })) === undefined) return snapshotIds.slice(0, start)
    }
    return snapshotIds
  }

  async function restore(snapshotIds: string[]): Promise<void> {
    await inBatches('snapshots.restore', snapshotIds)
    await load()
  }

  async function remove(snapshotIds: string[]): Promise<void> {
    const gone = new Set(await inBatches('snapshots.remove', snapshotIds))
    if (gone.size === 0) return
    list.value = list.value.filter(({ id }) => !gone.has(id))
    if (openedId.value !== null && gone.has(openedId.value)) openedId.value = null
    removed(gone.size, () => void restore([...gone]))
  }

  /** Opens a snapshot, or with null returns to the library. */
  function open(snapshotId: string | null): void {
    openedId.value = snapshotId
    if (snapshotId !== null) lastOpenedId.value = snapshotId
  }

  /** Saves the present state of a run in memory; undefined when the lab could not. */
  async function save(runId: string): Promise<SnapshotSummary | undefined> {
    const saved = await request('runs.save', { runId })
    if (saved && followers > 0) await load()
    return saved
  }

  async function exportAs(snapshotId: string, format: SnapshotFormat): Promise<void> {
    const result = await settled(lab.exportSnapshot(snapshotId, format))
    if (!result.ok) report(result.error)
  }

  const { revealSnapshot } = lab
  async function reveal(snapshotId: string): Promise<void> {
    if (!revealSnapshot) return
    const result = await settled(revealSnapshot(snapshotId))
    if (!result.ok) report(result.error)
  }

  return {
    list,
    count,
    isLoaded,
    finding,
    found,
    question,
    openedId,
    lastOpenedId,
    opened: computed(() => list.value.find(({ id }) => id === openedId.value) ?? null),
    load,
    /** Brings the list up to date where nobody keeps it so. */
    refresh: () => {
      if (isStale) reloadSoon()
    },
    follow,
    change,
    remove,
    save,
    exportAs,
    reveal,
    canReveal: revealSnapshot !== null,
    open,
    ask: (kind: SnapshotQuestion['kind'], snapshot: SnapshotSummary) => void (question.value = { kind, snapshot }),
    /** The snapshot of a run with the most iterations. */
    newestOf(runId: string): SnapshotSummary | null {
      const ofRun = list.value.filter((snapshot) => snapshot.runId === runId)
      return ordered(ofRun, { key: 'iteration', descending: true })[0] ?? null
    },
    countOf: (runId: string) => list.value.reduce((sum, snapshot) => sum + Number(snapshot.runId === runId), 0),
  }
}
