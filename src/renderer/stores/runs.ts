// The runs of the lab with their newest figures, which of them is shown, and the commands that a run takes.
import { computed, ref, shallowRef } from 'vue'
import type { LabClient, OperationInput } from '#core/contract/operations.ts'
import type { RunState, RunSummary } from '#core/contract/runs.ts'
import type { Request } from '../lab/requests.ts'

export type RunsStore = ReturnType<typeof createRuns>

const ACTIVE_STATES: readonly RunState[] = ['queued', 'starting', 'training', 'paused']

/** True while the run occupies a thread or waits for one. */
export function isActive(run: RunSummary): boolean {
  return ACTIVE_STATES.includes(run.state)
}

function newestFirst(runs: readonly RunSummary[]): RunSummary[] {
  return [...runs].sort((one, other) => other.createdAt.localeCompare(one.createdAt))
}

export function createRuns(lab: LabClient, request: Request) {
  const list = shallowRef<RunSummary[]>([])
  const shownId = ref<string | null>(null)
  const shown = computed(() => list.value.find(({ id }) => id === shownId.value) ?? null)

  function replaceAll(runs: readonly RunSummary[]): void {
    list.value = newestFirst(runs)
  }

  function put(run: RunSummary): void {
    replaceAll([...list.value.filter(({ id }) => id !== run.id), run])
  }

  lab.on('runs.changed', replaceAll)
  lab.on('runs.frame', (frames) => {
    const fresh = new Map(frames.map(({ run }) => [run.id, run]))
    list.value = list.value.map((run) => fresh.get(run.id) ?? run)
  })

  async function load(): Promise<void> {
    const runs = await request('runs.list', {})
    if (!runs) return
    replaceAll(runs)
    shownId.value = shown.value?.id ?? list.value.find(isActive)?.id ?? null
  }

  /** Shows a run that was started elsewhere, as from a snapshot. */
  function adopt(run: RunSummary): void {
    put(run)
    shownId.value = run.id
  }

  /** Starts a run and shows it; undefined when the lab refused. */
  async function start(input: OperationInput<'runs.start'>): Promise<RunSummary | undefined> {
    const run = await request('runs.start', input)
    if (run) adopt(run)
    return run
  }

  async function command(name: 'runs.pause' | 'runs.stop', runId: string): Promise<void> {
    const run = await request(name, { runId })
    if (run) put(run)
  }

  async function step(runId: string, iterations: number): Promise<void> {
    const run = await request('runs.step', { runId, iterations })
    if (run) put(run)
  }

  /** With `iterations` the run goes on to that new target, counted from iteration 0. */
  async function resume(runId: string, iterations?: number): Promise<void> {
    const run = await request('runs.resume', iterations === undefined ? { runId } : { runId, iterations })
    if (run) put(run)
  }

  async function remove(runId: string): Promise<void> {
    if ((await request('runs.remove', { runId })) === undefined) return
    list.value = list.value.filter(({ id }) => id !== runId)
    if (shownId.value === runId) shownId.value = null
  }

  return {
    list,
    shown,
    load,
    start,
    adopt,
    step,
    resume,
    remove,
    pause: (runId: string) => command('runs.pause', runId),
    stop: (runId: string) => command('runs.stop', runId),
    show: (runId: string | null) => void (shownId.value = runId),
  }
}
