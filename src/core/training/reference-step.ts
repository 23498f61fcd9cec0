// The iterations of a run by the readable reference: what the kernel is tested against, and what serves without it.
import type { RandomState } from '../random/random-state.ts'
import { adagrad, type UpdateMeasures } from '../rnn/adagrad.ts'
import { backward } from '../rnn/backward.ts'
import { forward } from '../rnn/forward.ts'
import { sample, samplingWorkspace } from '../rnn/sampling.ts'
import type { RunMemory } from './run-memory.ts'
import type { LoopSettings } from './training-run.ts'
import type { Sequence, TrainingStep } from './training-step.ts'

export class ReferenceStep implements TrainingStep {
  readonly #memory: RunMemory
  readonly #settings: LoopSettings
  readonly #sampling
  /** (batch, H): the states after the pass. */
  readonly #hnext: Float64Array

  constructor(memory: RunMemory, settings: LoopSettings) {
    this.#memory = memory
    this.#settings = settings
    this.#sampling = samplingWorkspace(memory.sizes)
    this.#hnext = new Float64Array(memory.hprev.length)
  }

  /** It works on the state itself. */
  load(): void {}
  store(): void {}
  close(): void {}

  pass(sequences: readonly Sequence[]): number {
    const { workspace, parameters, gradients, gradientValues, hprev, sizes } = this.#memory
    const { temperature } = this.#settings
    const divisor = this.#settings.gradients === 'average' ? temperature * sizes.batch : temperature
    const states = (values: Float64Array, stream: number): Float64Array =>
      values.subarray(stream * sizes.hiddenSize, (stream + 1) * sizes.hiddenSize)
    let loss = 0
    gradientValues.fill(0)
    for (const [stream, { inputs, targets }] of sequences.entries()) {
      workspace.hs[0]!.set(states(hprev, stream))
      loss += forward(parameters, inputs, targets, temperature, workspace)
      states(this.#hnext, stream).set(workspace.hs.at(-1)!)
      backward(parameters, gradients, inputs, targets, divisor, workspace)
    }
    return loss / sizes.batch
  }

  update(): UpdateMeasures {
    const { hprev, parameterValues, adagradMemory, gradientValues } = this.#memory
    const { learningRate, clip } = this.#settings
    hprev.set(this.#hnext)
    return adagrad(parameterValues, adagradMemory, gradientValues, learningRate, clip)
  }

  sample(drawn: Int32Array, first: number, temperature: number, random: RandomState): void {
    const { parameters, hprev, sizes } = this.#memory
    sample(drawn, parameters, hprev.subarray(0, sizes.hiddenSize), first, temperature, random, this.#sampling)
  }
}
