// All texts that the lab knows: those that come with it and those opened before. Reading them is the text thread's work.
import type { DatasetDescription, DatasetList, DatasetSummary } from '#core/contract/datasets.ts'
import { DEFAULT_TEXT_OPTIONS, type TextOptions } from '#core/contract/settings.ts'
import { LabError } from '../lab-error.ts'
import { readBundledDatasets, type DatasetEntry } from './bundled.ts'
import { RecentDatasets } from './recent.ts'
import { RequestThread } from '../threads/request-thread.ts'
import { requireSize, type ReadText, type TextWork } from './text-reading.ts'

export interface OpenedText extends ReadText {
  dataset: DatasetSummary
}

export class DatasetStore {
  readonly #recent: RecentDatasets
  readonly #thread: RequestThread<TextWork>
  readonly #bundled: Promise<DatasetEntry[]>

  constructor(folders: { dataFolder: string; resourcesFolder: string; workersFolder: string }) {
    this.#recent = new RecentDatasets(folders.dataFolder)
    this.#thread = new RequestThread(folders.workersFolder, 'text-worker.js')
    this.#bundled = readBundledDatasets(folders.resourcesFolder)
  }

  async load(): Promise<void> {
    await Promise.all([this.#bundled, this.#recent.load()])
  }

  async list(): Promise<DatasetList> {
    const [bundled, recent] = await Promise.all([this.#bundled, this.#recent.list()])
    return { bundled: bundled.map(({ summary }) => summary), recent: recent.map(({ summary }) => summary) }
  }

  /**
   * @param vocabulary code points to number the text by, instead of its own
   * @throws LabError when there is no such text, or when it cannot be trained on
   */
  async open(datasetId: string, options: TextOptions, vocabulary?: number[]): Promise<OpenedText> {
    const bundled = (await this.#bundled).find(({ summary }) => summary.id === datasetId)
    const entry = bundled ?? (await this.#recent.find(datasetId))
    if (!entry) throw new LabError('dataset-unknown')
    return this.#read(entry, options, vocabulary)
  }

  async describe(datasetId: string, options: TextOptions): Promise<DatasetDescription> {
    const { dataset, description } = await this.open(datasetId, options)
    return { dataset, ...description }
  }

  /** Takes a file into the list of recent texts. @throws LabError when it cannot be trained on */
  async addFile(path: string): Promise<DatasetSummary> {
    return this.#add(await this.#recent.file(path))
  }

  /** The same for bytes from elsewhere, of which a copy is kept. */
  async addCopy(fileName: string, bytes: Uint8Array): Promise<DatasetSummary> {
    requireSize(bytes.length, fileName)
    const entry = await this.#recent.copy(fileName, bytes)
    try {
      return await this.#add(entry)
    } catch (error) {
      await this.#recent.discard(entry)
      throw error
    }
  }

  async forget(datasetId: string): Promise<DatasetList> {
    await this.#recent.forget(datasetId)
    return this.list()
  }

  async #add(entry: DatasetEntry): Promise<DatasetSummary> {
    await this.#read(entry, DEFAULT_TEXT_OPTIONS)
    await this.#recent.add(entry)
    return entry.summary
  }

  async #read({ summary, path }: DatasetEntry, options: TextOptions, vocabulary?: number[]): Promise<OpenedText> {
    const request = { path, fileName: summary.fileName, options, ...(vocabulary && { vocabulary }) }
    const text = await this.#thread.ask('read', request)
    return { ...text, dataset: { ...summary, available: true } }
  }

  close(): Promise<void> {
    return this.#thread.close()
  }
}
