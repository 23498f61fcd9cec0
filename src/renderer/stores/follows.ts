// The question that the What follows view asks, kept while other views are shown: which network, which text, after what,
// and what is set against what. Its text is read through here; the answers are fetched by those that show them.
import { computed, ref, shallowReactive, shallowRef, watch } from 'vue'
import type { AnalysisProgress, ContextsRequest, ContrastRoute, TextReadingSummary } from '#core/contract/analysis.ts'
import type { ErrorValue } from '#core/contract/errors.ts'
import type { LabClient } from '#core/contract/operations.ts'
import type { NetworkSource } from '#core/contract/temperatures.ts'
import { settled } from '../lab/requests.ts'
import type { DatasetsStore } from './datasets.ts'
import { isActive, type RunsStore } from './runs.ts'
import type { SnapshotsStore } from './snapshots.ts'

/** A live run is followed on the beginning of the text, so that it can be read again and again. */
const LIVE_LIMIT = 20_000
/** Between two readings of a run that trains. */
const FOLLOW_INTERVAL_MS = 300

export const FOLLOWS_PARTS = ['character', 'prompt', 'masks'] as const
export type FollowsPart = (typeof FOLLOWS_PARTS)[number]
export type FollowsStore = ReturnType<typeof createFollows>

export interface FollowsQuestion {
  part: FollowsPart
  source: NetworkSource | null
  datasetId: string | null
  target: string
  contexts: ContextsRequest['contexts']
  seed: number
  /** What is set against what. */
  for: string[]
  against: string[] | 'rest'
  isOwnContrast: boolean
  route: ContrastRoute
  /** Units whose weight Wxh[u, target] is removed. */
  removed: number[]
}

const FIRST_QUESTION: FollowsQuestion = {
  part: 'character',
  source: null,
  datasetId: null,
  target: ':',
  contexts: 'text',
  seed: 0,
  for: ['\n'],
  against: [' '],
  isOwnContrast: false,
  route: 'character',
  removed: [],
}

interface Surroundings {
  lab: LabClient
  datasets: DatasetsStore
  runs: RunsStore
  snapshots: SnapshotsStore
}

export function createFollows({ lab, datasets, runs, snapshots }: Surroundings) {
  // Shallow: what is sent to the lab must be plain values, and each part is replaced as a whole.
  const question = shallowReactive<FollowsQuestion>({ ...FIRST_QUESTION })
  /** What is typed in the prompt's part. */
  const prompting = { prompt: ref('test of an apple:'), feedLastTwice: ref(false) }
  const reading = shallowRef<TextReadingSummary | null>(null)
  const problem = shallowRef<ErrorValue | null>(null)
  const progress = ref(0)
  /** Name of the reading that is under way. */
  const job = ref<string | null>(null)
  let jobs = 0
  /** What that reading is of. */
  let underway = ''

  lab.on('analysis.progress', (told: AnalysisProgress) => {
    progress.value = told.find(({ jobId }) => jobId === job.value)?.done ?? progress.value
  })

  const run = computed(() => {
    const { source } = question
    return source?.kind === 'run' ? (runs.list.value.find(({ id }) => id === source.runId) ?? null) : null
  })
  const isLive = computed(() => run.value !== null && isActive(run.value))

  /** What the lab is asked about, the same for every question about the text; null until all of it is chosen. */
  const asked = computed(() => {
    const { source, datasetId } = question
    return source && datasetId ? { source, datasetId, limit: isLive.value ? LIVE_LIMIT : null } : null
  })
  /** The same with the contexts; null until the text has been read. */
  const ofContexts = computed(() => {
    if (!asked.value || !reading.value) return null
    return { ...asked.value, target: question.target, contexts: question.contexts, seed: question.seed }
  })

  async function cancel(): Promise<void> {
    if (job.value !== null) await settled(lab.call('analysis.cancel', { jobId: job.value }))
  }

  async function read(): Promise<void> {
    const request = asked.value
    const content = JSON.stringify(request)
    if (!request || (job.value !== null && content === underway)) return
    void cancel()
    const jobId = `follows-${++jobs}`
    job.value = jobId
    underway = content
    progress.value = 0
    const result = await settled(lab.call('analysis.read', { ...request, jobId }))
    if (job.value !== jobId) return
    job.value = null
    problem.value = result.ok ? null : result.error
    if (!result.ok) return
    adapt(result.value)
    reading.value = result.value
  }

  /** A network that does not know the target is asked about the character after which the past matters most. */
  function adapt({ network: { vocabulary }, pastMatters }: TextReadingSummary): void {
    const known = Array.from(question.target).every((character) => vocabulary.includes(character))
    const [first] = pastMatters
    if (!known && first) ask(first.character)
  }

  /** Asks about another character or string. */
  function ask(target: string): void {
    if (target === question.target) return
    question.target = target
    question.removed = []
  }

  /** Sets outcomes against each other; from then on that is the user's own choice. */
  function contrast(sets: Pick<FollowsQuestion, 'for' | 'against'>): void {
    Object.assign(question, sets, { isOwnContrast: true })
  }

  /** Proposes the two likeliest outcomes for a contrast, as long as the user has not chosen. */
  function propose([first, second]: readonly string[]): void {
    if (question.isOwnContrast || first === undefined || second === undefined) return
    if (question.for[0] === first && question.against[0] === second) return
    Object.assign(question, { for: [first], against: [second] })
  }

  function choose(source: NetworkSource, datasetId?: string): void {
    question.source = source
    question.datasetId = datasetId ?? textOf(source) ?? question.datasetId
    question.removed = []
    reading.value = null
  }

  /** The text that a network learned from, as far as the list tells. */
  function textOf(source: NetworkSource): string | null {
    const snapshot = source.kind === 'snapshot' ? snapshots.list.value.find(({ id }) => id === source.snapshotId) : null
    const runId = source.kind === 'run' ? source.runId : snapshot?.runId
    const ofRun = runs.list.value.find(({ id }) => id === runId)?.text.datasetId
    const { bundled, recent } = datasets.list.value
    const named = [...recent, ...bundled].find(({ fileName }) => fileName === snapshot?.dataset)?.id
    return ofRun ?? named ?? recent[0]?.id ?? null
  }

  /** Begins with what the user last had before the eyes, when nothing is chosen yet. */
  function begin(): void {
    if (question.source) return
    const { lastOpenedId, list } = snapshots
    const snapshot = list.value.find(({ id }) => id === lastOpenedId.value)
    const imported = list.value.find(({ runId }) => runId === null)
    const shown = runs.shown.value ?? runs.list.value[0]
    if (snapshot ?? imported) choose({ kind: 'snapshot', snapshotId: (snapshot ?? imported)!.id })
    else if (shown) choose({ kind: 'run', runId: shown.id })
    else if (list.value[0]) choose({ kind: 'snapshot', snapshotId: list.value[0].id })
  }

  let followers = 0
  watch(asked, (now, before) => {
    if (JSON.stringify(now) === JSON.stringify(before)) return
    reading.value = null
    problem.value = null
    if (followers > 0) void read()
  })

  let timer: ReturnType<typeof setTimeout> | undefined
  function followRun(): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const hasMoved = run.value?.iteration !== reading.value?.network.iteration
      const due = isLive.value && hasMoved && job.value === null && problem.value === null
      void (due ? read() : Promise.resolve()).then(() => followers > 0 && followRun())
    }, FOLLOW_INTERVAL_MS)
  }

  /** Keeps the answers up to date while somebody looks; the function returned ends that. */
  function follow(): () => void {
    if (++followers === 1) followRun()
    if (asked.value && !reading.value && job.value === null) void read()
    return () => {
      if (--followers > 0) return
      clearTimeout(timer)
      void cancel()
    }
  }

  return {
    question,
    prompting,
    reading,
    problem,
    progress,
    job,
    isLive,
    asked,
    ofContexts,
    read,
    cancel,
    choose,
    ask,
    contrast,
    propose,
    begin,
    follow,
  }
}
