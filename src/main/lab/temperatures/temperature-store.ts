// One network at several temperatures: what is compared and how, remembered from one start of the lab to the next. The
// texts themselves are the sampling thread's.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import type { OperationInput } from '#core/contract/operations.ts'
import {
  comparisonSchema,
  FIRST_TEMPERATURES,
  PANES_LIMIT,
  SAMPLING_RANGES,
  type Comparison,
  type ComparisonSettings,
  type NetworkSource,
  type Pane,
  type Sweep,
  type Written,
  type WrittenRequest,
} from '#core/contract/temperatures.ts'
import type { DatasetStore } from '../datasets/dataset-store.ts'
import { LabError } from '../lab-error.ts'
import type { RunStore } from '../runs/run-store.ts'
import { promptIndices, requireKnown } from '../snapshots/completions.ts'
import type { SnapshotStore } from '../snapshots/snapshot-store.ts'
import { readJsonFile, writeJsonFile } from '../storage/json-file.ts'
import { NetworkFinder, type FoundNetwork } from '../networks/network-finder.ts'
import { SamplingThread } from './sampling-thread.ts'
import { Sweeper } from './sweeper.ts'

const fileSchema = z.object({ format: z.literal(1), comparison: comparisonSchema.nullable() })

const FIRST_SETTINGS: Omit<ComparisonSettings, 'datasetId'> = {
  prompt: '',
  seed: 0,
  topK: null,
  topP: null,
  charactersPerSecond: SAMPLING_RANGES.charactersPerSecond.default,
  refreshSeconds: null,
  layout: 'panes',
  colouring: 'plain',
}

/** Settings that a text cannot go on after. */
const BEGIN_AGAIN = ['prompt', 'seed'] as const

export interface TemperatureStoreOptions {
  dataFolder: string
  workersFolder: string
  datasets: DatasetStore
  snapshots: SnapshotStore
  runs: RunStore
  onChanged: (comparison: Comparison | null) => void
  onSwept: (sweep: Sweep | null) => void
}

export class TemperatureStore {
  readonly #file: string
  readonly #thread: SamplingThread
  readonly sweeper: Sweeper
  readonly #finder: NetworkFinder
  readonly #onChanged: (comparison: Comparison | null) => void
  #comparison: Comparison | null = null
  /** The network that writes now; found when it is first needed. */
  #found: Promise<FoundNetwork> | null = null
  #refreshedAtMs = 0
  #saving: Promise<void> = Promise.resolve()

  constructor(options: TemperatureStoreOptions) {
    const { dataFolder, workersFolder, datasets, snapshots, runs, onChanged } = options
    this.#file = join(dataFolder, 'temperatures.json')
    this.#thread = new SamplingThread(workersFolder, datasets)
    this.sweeper = new Sweeper(new SamplingThread(workersFolder, datasets), options.onSwept)
    this.#finder = new NetworkFinder(runs, snapshots)
    this.#onChanged = onChanged
  }

  async load(): Promise<void> {
    this.#comparison = (await readJsonFile(this.#file, fileSchema))?.comparison ?? null
  }

  /** Null while nothing is compared. */
  get comparison(): Comparison | null {
    return this.#comparison
  }

  /** Begins with a network; how it was looked at last holds for the new one, too. @throws LabError when it is gone */
  async open(source: NetworkSource): Promise<Comparison> {
    const found = await this.#finder.find(source)
    this.#found = Promise.resolve(found)
    await this.sweeper.clear()
    const before = this.#comparison
    const prompt = before && promptIndices(found.codePoints, before.settings.prompt).unknown.length === 0
    const settings = { ...FIRST_SETTINGS, ...before?.settings, ...(!prompt && { prompt: '' }) }
    const temperatures = before?.panes.map(({ temperature }) => temperature) ?? FIRST_TEMPERATURES
    return this.#put({
      source,
      network: found.network,
      settings: { ...settings, datasetId: found.datasetId },
      panes: temperatures.map((temperature) => newPane(temperature, true)),
      epoch: (before?.epoch ?? 0) + 1,
    })
  }

  async closeComparison(): Promise<void> {
    this.#found = null
    await this.sweeper.clear()
    await this.#put(null)
  }

  /** @throws LabError when the network does not know a character of the prompt, or the text cannot be opened */
  async change({ playing, ...changes }: OperationInput<'temperatures.change'>): Promise<Comparison> {
    const { prompt, datasetId } = changes
    if (prompt !== undefined) requireKnown(promptIndices((await this.#network()).codePoints, prompt).unknown)
    if (datasetId) await this.#thread.openText(datasetId, await this.#network())
    const comparison = this.#opened()
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
    const settings = { ...comparison.settings, ...given } as ComparisonSettings
    const beginsAgain = BEGIN_AGAIN.some((name) => settings[name] !== comparison.settings[name])
    const panes = comparison.panes.map((pane) => ({ ...pane, playing: playing ?? pane.playing }))
    return this.#put({ ...comparison, settings, panes, epoch: comparison.epoch + (beginsAgain ? 1 : 0) })
  }

  async addPane({ temperature }: OperationInput<'temperatures.addPane'>): Promise<Comparison> {
    const comparison = this.#opened()
    const { panes } = comparison
    if (panes.length >= PANES_LIMIT) throw new LabError('panes-too-many', { limit: PANES_LIMIT })
    const playing = panes.length === 0 || panes.some((pane) => pane.playing)
    return this.#put({ ...comparison, panes: [...panes, newPane(temperature, playing)] })
  }

  async changePane({ paneId, ...change }: OperationInput<'temperatures.changePane'>): Promise<Comparison> {
    const comparison = this.#opened()
    const { id, temperature, playing } = this.#pane(paneId)
    const changed = { id, temperature: change.temperature ?? temperature, playing: change.playing ?? playing }
    return this.#put({ ...comparison, panes: comparison.panes.map((pane) => (pane.id === id ? changed : pane)) })
  }

  async removePane({ paneId }: OperationInput<'temperatures.removePane'>): Promise<Comparison> {
    const comparison = this.#opened()
    const { id } = this.#pane(paneId)
    await this.#thread.forget(id)
    return this.#put({ ...comparison, panes: comparison.panes.filter((pane) => pane.id !== id) })
  }

  async restart(): Promise<Comparison> {
    const comparison = this.#opened()
    return this.#put({ ...comparison, epoch: comparison.epoch + 1 })
  }

  /** The panes go on with the network as it is now. @throws LabError when it is gone */
  async refresh(): Promise<Comparison> {
    const comparison = this.#opened()
    this.#refreshedAtMs = performance.now()
    const found = await this.#finder.find(comparison.source)
    const { key } = await this.#network()
    if (found.key !== key) this.#found = Promise.resolve(found)
    return this.#put({ ...this.#opened(), network: found.network })
  }

  /** What a pane has written from a position on, written now as far as its speed allows. */
  async written(request: WrittenRequest): Promise<Written> {
    const { settings, epoch } = this.#opened()
    const { temperature, playing } = this.#pane(request.paneId)
    this.#refreshWhenDue()
    const { prompt, seed, topK, topP, charactersPerSecond, datasetId } = settings
    const rule = { temperature, topK, topP }
    // A reader that has not heard yet that all begin again reads from the new beginning.
    const from = request.epoch === epoch ? request.from : 0
    const order = { ...request, epoch, from, rule, playing, charactersPerSecond, prompt, seed }
    return this.#thread.ask('write', order, { network: await this.#network(), datasetId })
  }

  /** Begins a sweep with the prompt, the seed and the text of the panes. */
  async sweep(): Promise<Sweep> {
    const { prompt, seed, topK, topP, datasetId } = this.#opened().settings
    return this.sweeper.start({ network: await this.#network(), datasetId }, { prompt, seed, topK, topP })
  }

  /** Refreshes while somebody reads: a comparison that nobody looks at asks nothing of the run. */
  #refreshWhenDue(): void {
    const { settings, network } = this.#opened()
    if (settings.refreshSeconds === null || !network.isLive) return
    if (performance.now() - this.#refreshedAtMs < settings.refreshSeconds * 1000) return
    // A run that has gone meanwhile leaves the panes with the network that they have.
    void this.refresh().catch(() => undefined)
  }

  #network(): Promise<FoundNetwork> {
    const { source } = this.#opened()
    this.#found ??= this.#finder.find(source)
    // What could not be found may be there later.
    this.#found.catch(() => (this.#found = null))
    return this.#found
  }

  #opened(): Comparison {
    if (!this.#comparison) throw new LabError('comparison-missing')
    return this.#comparison
  }

  #pane(paneId: string): Pane {
    const pane = this.#opened().panes.find(({ id }) => id === paneId)
    if (!pane) throw new LabError('pane-unknown')
    return pane
  }

  async #put<Value extends Comparison | null>(comparison: Value): Promise<Value> {
    this.#comparison = comparison
    this.#onChanged(comparison)
    // What is remembered is a convenience: a disk that refuses it must not stop the panes.
    this.#saving = this.#saving
      .then(() => writeJsonFile(this.#file, { format: 1, comparison }))
      .catch((error: unknown) => console.error(error))
    return comparison
  }

  async close(): Promise<void> {
    await this.#saving
    await Promise.all([this.#thread.close(), this.sweeper.stop()])
  }
}

function newPane(temperature: number, playing: boolean): Pane {
  return { id: randomUUID(), temperature, playing }
}
