// The library: the snapshots of all runs, in their folders, and copies of imported files. Ids are looked up in it and
// never become paths.
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { RunSummary } from '#core/contract/runs.ts'
import type { SnapshotFormat, SnapshotReason, SnapshotSummary } from '#core/contract/snapshots.ts'
import type { OperationInput } from '#core/contract/operations.ts'
import { LabError } from '../lab-error.ts'
import { writeFileAtomically } from '../storage/atomic-file.ts'
import { mapLimited } from '../storage/map-limited.ts'
import { patiently } from '../storage/patiently.ts'
import { RequestThread } from '../threads/request-thread.ts'
import type { ResumableState } from './run-snapshot.ts'
import { deleteSnapshot, isRemoved, markPresent, markRemoved, readSidecar, writeSidecar } from './sidecar.ts'
import { SnapshotCopies } from './snapshot-copies.ts'
import type { SnapshotWork } from './snapshot-work.ts'
import { superfluous } from './thinning.ts'

const SNAPSHOTS = 'snapshots'
const IMPORTED = 'imported'
/** Snapshots of a run that are kept besides the latest and those that the user asked for or noted. */
const KEPT_OF_A_RUN = 24
/** No file takes this long to write. */
const UNFINISHED_MS = 60_000

interface Entry {
  summary: SnapshotSummary
  path: string
}

export interface SaveOrder {
  run: RunSummary
  /** (runStateLength): the state, which is given away. */
  values: Float64Array<ArrayBuffer>
  codePoints: number[]
  reason: SnapshotReason
  sampleLine: string | null
}

export interface SnapshotStoreOptions {
  dataFolder: string
  workersFolder: string
  onChanged: (count: number) => void
}

export class SnapshotStore {
  readonly thread: RequestThread<SnapshotWork>
  readonly copies: SnapshotCopies
  readonly #runsFolder: string
  readonly #importsFolder: string
  readonly #onChanged: (count: number) => void
  readonly #entries = new Map<string, Entry>()
  #loaded: Promise<void> | null = null

  constructor({ dataFolder, workersFolder, onChanged }: SnapshotStoreOptions) {
    this.thread = new RequestThread(workersFolder, 'snapshot-worker.js')
    this.copies = new SnapshotCopies(this.thread)
    this.#runsFolder = join(dataFolder, 'runs')
    this.#importsFolder = join(dataFolder, SNAPSHOTS)
    this.#onChanged = onChanged
  }

  /** Looks through the folders when it is first needed; a snapshot that cannot be read is passed over. */
  #load(): Promise<void> {
    return (this.#loaded ??= this.#scan())
  }

  async #scan(): Promise<void> {
    const runs = await readdir(this.#runsFolder).catch(() => [])
    const folders = runs.map((runId) => ({ runId, folder: join(this.#runsFolder, runId, SNAPSHOTS) }))
    const all = [...folders, { runId: null, folder: this.#importsFolder }]
    await mapLimited(all, async ({ runId, folder }) => {
      const names = await readdir(folder).catch(() => [])
      for (const name of names.filter((candidate) => candidate.endsWith('.tmp'))) await clearAway(join(folder, name))
      const files = names.filter((name) => ['.npz', '.pkl'].includes(extname(name)))
      for (const file of files) await this.#adopt(runId, join(folder, file))
    })
  }

  async #adopt(runId: string | null, path: string): Promise<void> {
    if (await isRemoved(path)) return deleteSnapshot(path)
    const sidecar = await readSidecar(path)
    if (sidecar) this.#enter(runId, path, sidecar)
    else await this.#inspect(runId, path, runId === null ? 'imported' : 'latest').catch(() => undefined)
  }

  #enter(
    runId: string | null,
    path: string,
    sidecar: Omit<SnapshotSummary, 'id' | 'runId' | 'isBest'>,
  ): SnapshotSummary {
    const id = `${runId ?? IMPORTED}/${basename(path)}`
    const summary = { id, runId, isBest: false, ...sidecar }
    this.#entries.set(id, { summary, path })
    return summary
  }

  /** Takes a file into the library as its content says. @throws LabError when it is not a snapshot */
  async #inspect(runId: string | null, path: string, reason: SnapshotReason, fileName = basename(path)) {
    const { facts, bytes } = await this.thread.ask('inspect', { path })
    const createdAt = new Date().toISOString()
    const title = fileName.slice(0, fileName.length - extname(fileName).length)
    const sidecar = { reason, title, note: '', createdAt, fileName, bytes, sampleLine: null, ...facts }
    await writeSidecar(path, sidecar)
    return this.#enter(runId, path, sidecar)
  }

  async list(): Promise<SnapshotSummary[]> {
    await this.#load()
    const all = [...this.#entries.values()].map(({ summary }) => summary)
    return markBest(all).sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  }

  /** @throws LabError when there is no such snapshot */
  async find(snapshotId: string): Promise<Entry> {
    await this.#load()
    const entry = this.#entries.get(snapshotId)
    if (!entry) throw new LabError('snapshot-unknown')
    return entry
  }

  /** Saves a run's state beside its record; the `latest` replaces the one before. */
  async save({ run, values, codePoints, reason, sampleLine }: SaveOrder): Promise<SnapshotSummary> {
    await this.#load()
    const folder = join(this.#runsFolder, run.id, SNAPSHOTS)
    await mkdir(folder, { recursive: true })
    const name = reason === 'latest' ? 'latest' : `${String(run.iteration).padStart(10, '0')}-${reason}`
    const path = join(folder, `${name}.npz`)
    const request = { path, values, codePoints, run: { settings: run.settings, text: run.text, kernel: run.kernel } }
    const { facts, bytes } = await this.thread.ask('save', request, [values.buffer])
    const [createdAt, fileName] = [new Date().toISOString(), `${name}.npz`]
    const sidecar = { reason, title: run.name, note: '', createdAt, fileName, bytes, sampleLine, ...facts }
    await writeSidecar(path, sidecar)
    const summary = this.#enter(run.id, path, sidecar)
    await this.copies.update(summary, path)
    await this.#thin(run.id)
    this.#announce()
    return summary
  }

  async #thin(runId: string): Promise<void> {
    const ofRun = markBest([...this.#entries.values()].map(({ summary }) => summary)).filter(
      (one) => one.runId === runId,
    )
    for (const id of superfluous(ofRun, KEPT_OF_A_RUN)) {
      const { path } = this.#entries.get(id)!
      this.#entries.delete(id)
      await deleteSnapshot(path)
    }
  }

  /** Keeps a copy of a file of this machine. @throws LabError when it is not a snapshot */
  async importFile(path: string): Promise<SnapshotSummary> {
    await this.thread.ask('inspect', { path })
    return this.#keepCopy(basename(path), `${path}\0`, (copy) => copyFile(path, copy))
  }

  /** The same for bytes from elsewhere. */
  async importBytes(fileName: string, bytes: Uint8Array): Promise<SnapshotSummary> {
    return this.#keepCopy(fileName, bytes, (copy) => writeFileAtomically(copy, bytes))
  }

  async #keepCopy(fileName: string, identity: string | Uint8Array, write: (copy: string) => Promise<void>) {
    await this.#load()
    await mkdir(this.#importsFolder, { recursive: true })
    const hash = createHash('sha256').update(fileName).update(identity).digest('hex').slice(0, 24)
    const ending = extname(fileName).toLowerCase() === '.pkl' ? '.pkl' : '.npz'
    const copy = join(this.#importsFolder, hash + ending)
    await write(copy)
    try {
      const summary = await this.#inspect(null, copy, 'imported', fileName)
      this.#announce()
      return summary
    } catch (error) {
      await deleteSnapshot(copy)
      throw error instanceof LabError
        ? new LabError(error.value.code, { ...error.value.parameters, file: fileName })
        : error
    }
  }

  async encode(snapshotId: string, format: SnapshotFormat) {
    const { summary, path } = await this.find(snapshotId)
    const iteration = summary.iteration === null ? '' : `-${summary.iteration}`
    const fileName = `${summary.title.replace(/[^\p{L}\p{N}._-]+/gu, '-')}${iteration}.${format}`
    return { fileName, ...(await this.thread.ask('encode', { path, format })) }
  }

  async resumable(snapshotId: string): Promise<ResumableState> {
    return this.thread.ask('resume', { path: (await this.find(snapshotId)).path })
  }

  async change({ snapshotId, title, note }: OperationInput<'snapshots.change'>): Promise<SnapshotSummary> {
    const { summary, path } = await this.find(snapshotId)
    const changed = { ...summary, title: title ?? summary.title, note: note ?? summary.note }
    await writeSidecar(path, changed)
    this.#entries.set(snapshotId, { summary: changed, path })
    this.#announce()
    return changed
  }

  async remove(snapshotIds: string[]): Promise<void> {
    const entries = await Promise.all(snapshotIds.map((id) => this.find(id)))
    for (const { summary, path } of entries) {
      await markRemoved(path)
      this.#entries.delete(summary.id)
    }
    this.#announce()
  }

  /** Brings back what `remove` took away in this session. @throws LabError when it is gone */
  async restore(snapshotIds: string[]): Promise<void> {
    for (const id of snapshotIds) {
      const [owner, name] = id.split('/')
      const isOurs = owner !== undefined && name !== undefined && basename(name) === name && basename(owner) === owner
      if (!isOurs) throw new LabError('snapshot-unknown')
      const folder = owner === IMPORTED ? this.#importsFolder : join(this.#runsFolder, owner, SNAPSHOTS)
      const path = join(folder, name)
      if (!(await isRemoved(path))) throw new LabError('snapshot-unknown')
      await markPresent(path)
      await this.#adopt(owner === IMPORTED ? null : owner, path)
    }
    this.#announce()
  }

  /** Deletes every imported snapshot for good, also those taken away before. */
  async clearImported(): Promise<void> {
    await this.#load()
    for (const [id, { summary }] of this.#entries) if (summary.runId === null) this.#entries.delete(id)
    await patiently(() => rm(this.#importsFolder, { recursive: true, force: true }))
    this.#announce()
  }

  /** Forgets the snapshots of a run whose folder is deleted. */
  forgetRun(runId: string): void {
    for (const [id, { summary }] of this.#entries) if (summary.runId === runId) this.#entries.delete(id)
    this.#announce()
  }

  #announce(): void {
    this.#onChanged(this.#entries.size)
  }

  close(): Promise<void> {
    return this.thread.close()
  }
}

/** Marks in every run the snapshot with the least smooth loss. */
function markBest(snapshots: SnapshotSummary[]): SnapshotSummary[] {
  const best = new Map<string, SnapshotSummary>()
  for (const snapshot of snapshots) {
    const { runId, smoothLoss } = snapshot
    if (runId === null || smoothLoss === null) continue
    if (smoothLoss < (best.get(runId)?.smoothLoss ?? Infinity)) best.set(runId, snapshot)
  }
  return snapshots.map((snapshot) => ({ ...snapshot, isBest: best.get(snapshot.runId ?? '') === snapshot }))
}

/** Deletes what is left of a file that was never finished; a young one may still be in the writing of another process. */
async function clearAway(path: string): Promise<void> {
  const status = await stat(path).catch(() => null)
  if (status && Date.now() - status.mtimeMs > UNFINISHED_MS) await rm(path, { force: true })
}
