// One iteration of a run: the report's loop body over the run's memory.
import type { TrainingSettings } from '../contract/settings.ts'
import { RandomState } from '../random/random-state.ts'
import { adagrad } from '../rnn/adagrad.ts'
import { backward } from '../rnn/backward.ts'
import { forward } from '../rnn/forward.ts'
import { initialise } from '../rnn/initialise.ts'
import { sample, samplingWorkspace } from '../rnn/sampling.ts'
import { initialSmoothLoss, nextSmoothLoss } from '../rnn/smooth-loss.ts'
import { readWord, writeWord } from './control.ts'
import { writeMetrics } from './metrics-ring.ts'
import type { RunMemory } from './run-memory.ts'
import { TOTALS } from './run-state.ts'
import { writeSample } from './sample-ring.ts'

/** The part of the settings that an iteration needs. */
export type LoopSettings = Pick<
  TrainingSettings,
  'learningRate' | 'temperature' | 'clip' | 'sampleEvery' | 'sampleTemperature' | 'snapshotEvery'
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
  readonly #random: RandomState
  readonly #sampling

  constructor(memory: RunMemory, text: Uint16Array, settings: LoopSettings) {
    this.#memory = memory
    this.#text = text
    this.#settings = settings
    this.#random = new RandomState(memory.generator)
    this.#sampling = samplingWorkspace(memory.sizes)
  }

  /** True when the next iteration begins with a sample. */
  get samplesNext(): boolean {
    return isMultiple(readWord(this.#memory.control, 'iteration'), this.#settings.sampleEvery)
  }

  /**
   * Samples if it is time to, reads one sequence forward and back, and updates the parameters. Returns false, and leaves
   * parameters and counters as they were, when the loss is not finite.
   */
  iterate(): boolean {
    const { control, totals, hprev, workspace, parameters, gradients, sizes } = this.#memory
    const { learningRate, temperature, clip } = this.#settings
    const iteration = readWord(control, 'iteration')
    const position = this.#startOfSequence()
    const inputs = this.#text.subarray(position, position + sizes.sequenceLength)
    const targets = this.#text.subarray(position + 1, position + sizes.sequenceLength + 1)

    if (this.samplesNext) this.#drawSample(iteration, inputs[0]!)

    workspace.hs[0]!.set(hprev)
    const loss = forward(parameters, inputs, targets, temperature, workspace)
    if (!Number.isFinite(loss)) return false
    backward(parameters, gradients, inputs, targets, temperature, workspace)
    hprev.set(workspace.hs[sizes.sequenceLength]!)
    const { parameterValues, adagradMemory, gradientValues } = this.#memory
    const measures = adagrad(parameterValues, adagradMemory, gradientValues, learningRate, clip)

    const smoothLoss = nextSmoothLoss(totals[TOTALS.smoothLoss]!, loss)
    totals[TOTALS.smoothLoss] = smoothLoss
    writeMetrics(this.#memory, { iteration, loss, smoothLoss, ...measures })
    writeWord(control, 'position', position + sizes.sequenceLength)
    writeWord(control, 'iteration', iteration + 1)
    return true
  }

  /** Where this iteration reads; at the end of the text it goes back to the start with a fresh state. */
  #startOfSequence(): number {
    const { control, hprev, sizes } = this.#memory
    const position = readWord(control, 'position')
    if (position + sizes.sequenceLength + 1 < this.#text.length) return position
    hprev.fill(0)
    return 0
  }

  #drawSample(iteration: number, first: number): void {
    const { parameters, hprev } = this.#memory
    const temperature = this.#settings.sampleTemperature ?? this.#settings.temperature
    writeSample(this.#memory, iteration, (drawn) =>
      sample(drawn, parameters, hprev, first, temperature, this.#random, this.#sampling),
    )
  }
}
