// One iteration of a run: the report's loop body over the run's memory, whatever computes its step.
import type { TrainingSettings } from '../contract/settings.ts'
import { RandomState } from '../random/random-state.ts'
import { initialise } from '../rnn/initialise.ts'
import { initialSmoothLoss, nextSmoothLoss } from '../rnn/smooth-loss.ts'
import { readWord, writeWord } from './control.ts'
import { writeMetrics } from './metrics-ring.ts'
import type { RunMemory } from './run-memory.ts'
import { TOTALS } from './run-state.ts'
import { writeSample } from './sample-ring.ts'
import type { Sequence, TrainingStep } from './training-step.ts'

/** The part of the settings that an iteration needs. */
export type LoopSettings = Pick<
  TrainingSettings,
  'learningRate' | 'temperature' | 'clip' | 'gradients' | 'sampleEvery' | 'sampleTemperature' | 'snapshotEvery'
>

/** Puts a run at its beginning: parameters drawn from the seed, everything else as before iteration 0. */
export function beginRun(memory: RunMemory, seed: number): void {
  const random = new RandomState(memory.generator)
  random.seed(seed)
  initialise(memory.parameters, random)
  memory.totals[TOTALS.smoothLoss] = initialSmoothLoss(memory.sizes.vocabularySize, memory.sizes.sequenceLength)
}

/** True when it is time for what happens every so many iterations; 0 stands for never. */
export function isMultiple(iteration: number, every: number): boolean {
  return every > 0 && iteration % every === 0
}

/** The iterations of one run over `text`, its characters as vocabulary indices. */
export class TrainingRun {
  readonly #memory: RunMemory
  readonly #text: Uint16Array
  readonly #settings: LoopSettings
  readonly #step: TrainingStep
  readonly #random: RandomState
  /** Whether the state in the run's memory is that of now. */
  #isStored = true

  constructor(memory: RunMemory, text: Uint16Array, settings: LoopSettings, step: TrainingStep) {
    this.#memory = memory
    this.#text = text
    this.#settings = settings
    this.#step = step
    this.#random = new RandomState(memory.generator)
    step.load()
  }

  /** Brings the state in the run's memory up to date. */
  store(): void {
    if (!this.#isStored) this.#step.store()
    this.#isStored = true
  }

  /** True when the next iteration begins with a sample. */
  get samplesNext(): boolean {
    return isMultiple(readWord(this.#memory.control, 'iteration'), this.#settings.sampleEvery)
  }

  /**
   * Samples if it is time to, reads a sequence of every stream forward and back, and updates the parameters. Returns
   * false, and leaves the state as it was, when the loss is not finite.
   */
  iterate(): boolean {
    const { control, totals, sizes } = this.#memory
    const iteration = readWord(control, 'iteration')
    const position = this.#startOfSequences()
    const sequences = this.#sequencesAt(position)
    if (this.samplesNext) this.#drawSample(iteration, sequences[0]!.inputs[0]!)

    const loss = this.#step.pass(sequences)
    if (!Number.isFinite(loss)) return false
    const measures = this.#step.update()
    this.#isStored = false

    const smoothLoss = nextSmoothLoss(totals[TOTALS.smoothLoss]!, loss)
    totals[TOTALS.smoothLoss] = smoothLoss
    writeMetrics(this.#memory, { iteration, loss, smoothLoss, ...measures })
    writeWord(control, 'position', position + sizes.sequenceLength)
    writeWord(control, 'iteration', iteration + 1)
    return true
  }

  /** Characters of the part of the text that each stream reads. */
  get #partLength(): number {
    return Math.floor(this.#text.length / this.#memory.sizes.batch)
  }

  /** Where this iteration reads in each part; at their end it goes back to their start with fresh states. */
  #startOfSequences(): number {
    const { control, hprev, sizes } = this.#memory
    const position = readWord(control, 'position')
    if (position + sizes.sequenceLength + 1 < this.#partLength) return position
    hprev.fill(0)
    return 0
  }

  #sequencesAt(position: number): Sequence[] {
    const { batch, sequenceLength } = this.#memory.sizes
    return Array.from({ length: batch }, (_, stream) => {
      const start = stream * this.#partLength + position
      return {
        inputs: this.#text.subarray(start, start + sequenceLength),
        targets: this.#text.subarray(start + 1, start + sequenceLength + 1),
      }
    })
  }

  #drawSample(iteration: number, first: number): void {
    const temperature = this.#settings.sampleTemperature ?? this.#settings.temperature
    writeSample(this.#memory, iteration, (drawn) => this.#step.sample(drawn, first, temperature, this.#random))
  }
}
