// Carries out a sweep in a thread of its own, one temperature after the other; another sweep, or a stop, ends it at once.
import { SWEEP_LENGTH, SWEEP_TEMPERATURES } from '#core/analysis/temperature-match.ts'
import type { Sweep } from '#core/contract/temperatures.ts'
import type { DrawingRule } from '#core/rnn/writer.ts'
import { errorValueOf } from '../lab-error.ts'
import type { FoundNetwork } from '../networks/network-finder.ts'
import type { Materials, SamplingThread } from './sampling-thread.ts'

type SweptMaterials = Materials & { network: FoundNetwork }
type Settings = Omit<DrawingRule, 'temperature'> & { prompt: string; seed: number }

export class Sweeper {
  readonly #thread: SamplingThread
  readonly #onSwept: (sweep: Sweep | null) => void
  #sweep: Sweep | null = null
  #starting: Promise<Sweep> | null = null

  constructor(thread: SamplingThread, onSwept: (sweep: Sweep | null) => void) {
    this.#thread = thread
    this.#onSwept = onSwept
  }

  /** The last one, whether it is done or not. */
  get sweep(): Sweep | null {
    return this.#sweep
  }

  /** Asked twice at once, it begins once. @throws LabError when the text cannot be counted */
  start(materials: SweptMaterials, settings: Settings): Promise<Sweep> {
    this.#starting ??= this.#start(materials, settings).finally(() => (this.#starting = null))
    return this.#starting
  }

  async #start(materials: SweptMaterials, settings: Settings): Promise<Sweep> {
    await this.stop()
    const { reference } = await this.#thread.ask('textReference', {}, materials)
    const begun: Sweep = {
      state: 'running',
      network: materials.network.network,
      datasetId: reference && materials.datasetId,
      reference,
      length: reference?.length ?? SWEEP_LENGTH,
      temperatures: SWEEP_TEMPERATURES,
      points: [],
      failure: null,
    }
    this.#put(begun)
    void this.#run(begun, materials, settings).catch((error: unknown) => this.#fail(error))
    return begun
  }

  async #run(begun: Sweep, materials: Materials, { prompt, seed, topK, topP }: Settings): Promise<void> {
    let sweep = begun
    for (const temperature of begun.temperatures) {
      const { length, reference } = begun
      const order = { rule: { temperature, topK, topP }, prompt, seed, length, reference }
      const point = await this.#thread.ask('sweepPoint', order, materials)
      if (this.#sweep !== sweep) return
      const points = [...sweep.points, point]
      sweep = { ...sweep, points, state: points.length === begun.temperatures.length ? 'finished' : 'running' }
      this.#put(sweep)
    }
    await this.#thread.close()
  }

  #fail(error: unknown): void {
    if (this.#sweep) this.#put({ ...this.#sweep, state: 'stopped', failure: errorValueOf(error) })
  }

  /** Ends the thread wherever it is; what is done stays. */
  async stop(): Promise<void> {
    if (this.#sweep?.state === 'running') this.#put({ ...this.#sweep, state: 'stopped' })
    await this.#thread.close()
  }

  /** Forgets the sweep: it was of another network. */
  async clear(): Promise<void> {
    if (this.#sweep === null) return
    await this.stop()
    this.#put(null)
  }

  #put(sweep: Sweep | null): void {
    this.#sweep = sweep
    this.#onSwept(sweep)
  }
}
