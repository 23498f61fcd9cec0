// The lab's side of a sampling thread: asks it, and gives it the network or the text that it says it lacks.
import type { DatasetStore } from '../datasets/dataset-store.ts'
import { RequestThread } from '../threads/request-thread.ts'
import type { FoundNetwork } from '../networks/network-finder.ts'
import { encodingFor, type LearnedText } from '../datasets/text-encoding.ts'
import type { Missing, SamplingWork } from './sampling-work.ts'

type Work = Omit<SamplingWork, 'giveNetwork' | 'giveText' | 'heldOutLoss' | 'forget'>
type Request<Name extends keyof Work> = Omit<Parameters<Work[Name]>[0], 'network' | 'text'>
type Answer<Name extends keyof Work> = Exclude<Awaited<ReturnType<Work[Name]>>, Missing>

export interface Materials {
  network: Pick<FoundNetwork, 'key' | 'given' | keyof LearnedText>
  /** The text whose words are known; null for none. */
  datasetId: string | null
}

export class SamplingThread {
  readonly #thread: RequestThread<SamplingWork>
  readonly #datasets: DatasetStore
  /** Texts that could not be opened; what is counted is then counted without them. */
  readonly #unreadable = new Set<string>()

  constructor(workersFolder: string, datasets: DatasetStore) {
    this.#thread = new RequestThread(workersFolder, 'sampling-worker.js')
    this.#datasets = datasets
  }

  /** @throws LabError as the work does */
  async ask<Name extends keyof Work>(name: Name, request: Request<Name>, materials: Materials): Promise<Answer<Name>> {
    const { network, datasetId } = materials
    for (;;) {
      const text = datasetId === null || this.#unreadable.has(datasetId) ? null : datasetId
      const input = { ...request, network: network.key, text } as Parameters<Work[Name]>[0]
      const answer = await this.#thread.ask(name, input)
      if (!('missing' in answer)) return answer as Answer<Name>
      if (answer.missing === 'network') await this.#giveNetwork(network)
      else if (text !== null) await this.openText(text, network).catch(() => undefined)
    }
  }

  /** Gives the thread a text before it is needed. @throws LabError when it cannot be opened */
  async openText(datasetId: string, network: LearnedText): Promise<void> {
    this.#unreadable.add(datasetId)
    const options = { encoding: encodingFor(datasetId, network), vocabularyOrder: 'sorted' } as const
    const { indices, codePoints } = await this.#datasets.open(datasetId, options)
    await this.#thread.ask('giveText', { key: datasetId, given: { indices, codePoints } })
    this.#unreadable.delete(datasetId)
  }

  async #giveNetwork({ key, given }: Materials['network']): Promise<void> {
    await this.#thread.ask('giveNetwork', { key, given: given() })
  }

  async forget(paneId: string): Promise<void> {
    await this.#thread.ask('forget', { paneId })
  }

  close(): Promise<void> {
    return this.#thread.close()
  }
}
