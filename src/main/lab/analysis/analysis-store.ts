// Analyses, from the lab's side: which network and which text are meant, and how far long work has come. The work itself
// is the analysis thread's.
import type { AnalysisProgress, ReadingRequest } from '#core/contract/analysis.ts'
import type { NetworkSource } from '#core/contract/temperatures.ts'
import type { DatasetStore, OpenedText } from '../datasets/dataset-store.ts'
import type { RunStore } from '../runs/run-store.ts'
import type { SnapshotStore } from '../snapshots/snapshot-store.ts'
import { NetworkFinder, type FoundNetwork } from '../networks/network-finder.ts'
import { Kept } from '../networks/kept.ts'
import { encodingFor, type LearnedText } from '../datasets/text-encoding.ts'
import { RequestThread } from '../threads/request-thread.ts'
import type { AnalysisWork } from './analysis-work.ts'
import { allocateJob, cancelJob, doneShare } from './jobs.ts'
import type { TextMaterial } from './read-text.ts'
import type { NetworkMaterial } from './readings.ts'

const PROGRESS_INTERVAL_MS = 100

/** A network of the lab, or one in a snapshot file that is in no library. */
export type AnalysedSource = NetworkSource | { kind: 'file'; path: string }
export type AnalysedReading = Omit<ReadingRequest, 'source'> & { source: AnalysedSource }
type Found = Pick<FoundNetwork, 'key' | 'given' | keyof LearnedText>

export interface AnalysisStoreOptions {
  workersFolder: string
  datasets: DatasetStore
  snapshots: SnapshotStore
  runs: RunStore
  onProgress: (jobs: AnalysisProgress) => void
}

export class AnalysisStore {
  readonly thread: RequestThread<AnalysisWork>
  readonly #finder: NetworkFinder
  readonly #snapshots: SnapshotStore
  readonly #datasets: DatasetStore
  readonly #onProgress: (jobs: AnalysisProgress) => void
  readonly #jobs = new Map<string, SharedArrayBuffer>()
  /** A live run moves on: questions about what was read are asked of the network that read it. */
  readonly #networks = new Kept<Found>()
  readonly #texts = new Kept<OpenedText>()
  #timer: NodeJS.Timeout | null = null

  constructor({ workersFolder, datasets, snapshots, runs, onProgress }: AnalysisStoreOptions) {
    this.thread = new RequestThread(workersFolder, 'analysis-worker.js')
    this.#finder = new NetworkFinder(runs, snapshots)
    this.#snapshots = snapshots
    this.#datasets = datasets
    this.#onProgress = onProgress
  }

  /** The network as it is now; what was read stays with the one that read it. @throws LabError when it is gone */
  async network(source: AnalysedSource): Promise<NetworkMaterial> {
    return materialOf(await this.#find(source))
  }

  /** The network and the text as they are now. @throws LabError when one of them is gone */
  async fresh(request: AnalysedReading): Promise<{ network: NetworkMaterial; text: TextMaterial }> {
    const found = await this.#find(request.source)
    this.#networks.set(sourceKey(request.source), found)
    const text = await this.#openText(request.datasetId, found)
    return { network: materialOf(found), text: textMaterial(text, request.limit) }
  }

  /** The same, but as they were when they were last read. */
  async known(request: AnalysedReading): Promise<{ network: NetworkMaterial; text: TextMaterial }> {
    const found = this.#networks.get(sourceKey(request.source))
    if (!found) return this.fresh(request)
    const known = this.#texts.get(textKey(request.datasetId, found))
    const text = known ?? (await this.#openText(request.datasetId, found))
    return { network: materialOf(found), text: textMaterial(text, request.limit) }
  }

  /** Does work whose progress is told, and which `cancel` ends. */
  async job<Value>(jobId: string, work: (job: SharedArrayBuffer) => Promise<Value>): Promise<Value> {
    const job = allocateJob()
    this.#jobs.set(jobId, job)
    this.#timer ??= setInterval(() => this.#tell(), PROGRESS_INTERVAL_MS)
    try {
      return await work(job)
    } finally {
      this.#jobs.delete(jobId)
      if (this.#jobs.size === 0) this.#stopTelling()
      this.#tell()
    }
  }

  cancel(jobId: string): void {
    const job = this.#jobs.get(jobId)
    if (job) cancelJob(job)
  }

  #tell(): void {
    this.#onProgress([...this.#jobs].map(([jobId, job]) => ({ jobId, done: doneShare(job) })))
  }

  #stopTelling(): void {
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
  }

  async #find(source: AnalysedSource): Promise<Found> {
    if (source.kind !== 'file') return this.#finder.find(source)
    const { path } = source
    const { datasetId, encoding } = await this.#snapshots.thread.ask('resume', { path })
    return { key: path, given: () => ({ path }), datasetId, encoding }
  }

  async #openText(datasetId: string, found: Found): Promise<OpenedText> {
    const options = { encoding: encodingFor(datasetId, found), vocabularyOrder: 'sorted' } as const
    const text = await this.#datasets.open(datasetId, options)
    this.#texts.set(textKey(datasetId, found), text)
    return text
  }

  async close(): Promise<void> {
    this.#stopTelling()
    await this.thread.close()
  }
}

function sourceKey(source: AnalysedSource): string {
  return JSON.stringify(source)
}

function textKey(datasetId: string, found: Found): string {
  return `${datasetId} ${encodingFor(datasetId, found)}`
}

function materialOf({ key, given }: Found): NetworkMaterial {
  return { key, given: given() }
}

function textMaterial({ dataset, indices, codePoints, description }: OpenedText, limit: number | null): TextMaterial {
  return {
    key: `${description.sha256} ${description.encoding}`,
    fileName: dataset.fileName,
    indices,
    codePoints,
    limit,
  }
}
