// The curves behind the charts: the history of the shown run, of those laid over it and of those followed, kept up to date from the
// frames. Histories are plain typed arrays outside reactivity; `revision` tells when one of them changed.
import { computed, ref, shallowRef, watch } from 'vue'
import type { LabClient } from '#core/contract/operations.ts'
import type { History } from '#core/contract/runs.ts'
import { RunHistory } from '../charts/run-history.ts'
import { OVERLAY_COLOURS, type OverlayColour } from '../charts/series-colours.ts'
import type { Request } from '../lab/requests.ts'
import type { RunsStore } from './runs.ts'

interface Tracked {
  history: RunHistory
  /** Rows that came while the whole history was being fetched; null when it is not. */
  waiting: History[] | null
}

export function createHistories(lab: LabClient, request: Request, runs: RunsStore) {
  const tracked = new Map<string, Tracked>()
  const revision = ref(0)
  const followed = shallowRef<readonly string[]>([])
  const overlays = shallowRef<ReadonlyMap<string, OverlayColour>>(new Map())

  const wanted = computed(() => {
    const listed = new Set(runs.list.value.map(({ id }) => id))
    const shown = runs.shown.value ? [runs.shown.value.id] : []
    return [...new Set([...shown, ...overlays.value.keys(), ...followed.value])].filter((id) => listed.has(id))
  })

  async function fetchWhole(runId: string, entry: Tracked): Promise<void> {
    const waiting: History[] = []
    entry.waiting = waiting
    const whole = await request('runs.history', { runId })
    // Asked for again in the meantime: that answer will be the fuller one.
    if (entry.waiting !== waiting) return
    entry.waiting = null
    if (whole) entry.history.replace(whole)
    for (const late of waiting) entry.history.append(late)
    revision.value++
  }

  function track(runIds: readonly string[]): void {
    for (const id of tracked.keys()) if (!runIds.includes(id)) tracked.delete(id)
    for (const id of runIds) {
      if (tracked.has(id)) continue
      const entry: Tracked = { history: new RunHistory(), waiting: null }
      tracked.set(id, entry)
      void fetchWhole(id, entry)
    }
    revision.value++
  }
  watch(
    () => wanted.value.join('\n'),
    () => track(wanted.value),
    { immediate: true },
  )

  lab.on('runs.frame', (frames) => {
    for (const { run, rows, restart } of frames) {
      const entry = tracked.get(run.id)
      if (!entry) continue
      if (restart) void fetchWhole(run.id, entry)
      else if (entry.waiting) entry.waiting.push(rows)
      else entry.history.append(rows)
      revision.value++
    }
  })

  /** Lays a run over the shown one in the first colour that is free, or takes it off again. */
  function toggleOverlay(runId: string): void {
    const next = new Map(overlays.value)
    const free = OVERLAY_COLOURS.find((colour) => ![...next.values()].includes(colour))
    if (!next.delete(runId) && free) next.set(runId, free)
    overlays.value = next
  }

  return {
    revision,
    overlays,
    toggleOverlay,
    /** Also keeps the histories of these runs, instead of those that were followed before. */
    follow: (runIds: readonly string[]) => void (followed.value = runIds),
    /** True while another run can be laid over the shown one. */
    hasFreeColour: computed(() => overlays.value.size < OVERLAY_COLOURS.length),
    of: (runId: string): RunHistory | undefined => tracked.get(runId)?.history,
    reload: () => Promise.all([...tracked].map(([id, entry]) => fetchWhole(id, entry))),
  }
}
