// The iterations of a run by the kernel. Parameters and Adagrad memory lie in the kernel's own arrays from `load` to
// `store`; everything else of the run's state is used where it is.
import type { KernelExports } from '../kernel/kernel.ts'
import { packedAdagradMemory, packedParameters } from '../kernel/kernel-memory.ts'
import { kernelGeometry, pack, unpack } from '../kernel/panels.ts'
import type { RandomState } from '../random/random-state.ts'
import type { UpdateMeasures } from '../rnn/adagrad.ts'
import { parameterCount, parameterViews } from '../rnn/layout.ts'
import { draw } from '../rnn/sampling.ts'
import { Crew } from './crew.ts'
import { kernelJobs, type KernelJobs } from './kernel-jobs.ts'
import type { RunMemory } from './run-memory.ts'
import { streamGroups } from './streams.ts'
import type { LoopSettings } from './training-run.ts'
import type { Sequence, TrainingStep } from './training-step.ts'

export class KernelStep implements TrainingStep {
  readonly #kernel: KernelExports
  readonly #memory: RunMemory
  readonly #geometry
  readonly #crew: Crew<keyof KernelJobs>
  /** (batch): the rows of each stream's steps, in their order. */
  readonly #rowsOf: number[][]

  /** The leader of a run's threads; the others work by `kernelJobs` too. */
  constructor(kernel: KernelExports, memory: RunMemory, settings: LoopSettings) {
    this.#kernel = kernel
    this.#memory = memory
    this.#geometry = kernelGeometry(memory.sizes)
    this.#crew = new Crew(memory.crew, kernelJobs(kernel, memory, settings), 0)
    const { batch, sequenceLength } = memory.sizes
    this.#rowsOf = streamGroups(batch, sequenceLength).flatMap(({ firstRow, streams }) =>
      Array.from({ length: streams }, (_, stream) =>
        Array.from({ length: sequenceLength }, (_, step) => firstRow + step * streams + stream),
      ),
    )
  }

  load(): void {
    const { kernel, parameters, adagradMemory, sizes } = this.#memory
    pack(packedParameters(kernel), parameters, sizes)
    pack(packedAdagradMemory(kernel), parameterViews(adagradMemory, sizes), sizes)
    this.#kernel.beginColumns()
  }

  store(): void {
    const { kernel, parameters, adagradMemory, sizes } = this.#memory
    unpack(parameters, packedParameters(kernel), sizes)
    unpack(parameterViews(adagradMemory, sizes), packedAdagradMemory(kernel), sizes)
  }

  close(): void {
    this.#crew.dismiss()
  }

  pass(sequences: readonly Sequence[]): number {
    const { inputs: allInputs, targets: allTargets, targetProbabilities } = this.#memory.kernel
    for (const [stream, { inputs, targets }] of sequences.entries()) {
      const rows = this.#rowsOf[stream]!
      for (const [step, row] of rows.entries()) {
        allInputs[row] = inputs[step]!
        allTargets[row] = targets[step]!
      }
      this.#row('hsBefore', rows[0]!).set(this.#hprev(stream))
    }
    this.#crew.do('pass')
    let loss = 0
    for (const rows of this.#rowsOf) for (const row of rows) loss -= Math.log(targetProbabilities[row]!)
    return loss / this.#memory.sizes.batch
  }

  update(): UpdateMeasures {
    this.#memory.kernel.measures.fill(0)
    this.#crew.do('update')
    for (const [stream, rows] of this.#rowsOf.entries()) {
      this.#hprev(stream).set(this.#row('hsAfter', rows.at(-1)!))
    }
    return this.#measures()
  }

  /** (H): a state of the kernel's. */
  #row(states: 'hsBefore' | 'hsAfter', row: number): Float64Array {
    const start = row * this.#geometry.hiddenStride
    return this.#memory.kernel[states].subarray(start, start + this.#memory.sizes.hiddenSize)
  }

  #hprev(stream: number): Float64Array {
    const { hprev, sizes } = this.#memory
    return hprev.subarray(stream * sizes.hiddenSize, (stream + 1) * sizes.hiddenSize)
  }

  #measures(): UpdateMeasures {
    const { measures, columnSquares } = this.#memory.kernel
    let gradientSquares = 0
    let parameterSquares = 0
    let clipped = 0
    for (let part = 0; part < measures.length; part += 8) {
      gradientSquares += measures[part]! + measures[part + 1]!
      parameterSquares += measures[part + 2]! + measures[part + 3]!
      clipped += measures[part + 4]! + measures[part + 5]!
    }
    for (const squares of columnSquares) parameterSquares += squares
    return {
      gradientNorm: Math.sqrt(gradientSquares),
      clippedShare: clipped / parameterCount(this.#memory.sizes),
      parameterNorm: Math.sqrt(parameterSquares),
    }
  }

  sample(drawn: Int32Array, first: number, temperature: number, random: RandomState): void {
    const { kernel, sizes } = this.#memory
    const { vocabularyStride } = this.#geometry
    // The row after those of the sequences.
    const row = sizes.batch * sizes.sequenceLength
    const p = kernel.ys.subarray(row * vocabularyStride, row * vocabularyStride + sizes.vocabularySize)
    this.#row('hsBefore', row).set(this.#hprev(0))
    draw(drawn, first, random, (character) => {
      kernel.inputs[row] = character
      this.#kernel.readOn(row, temperature)
      return p
    })
  }
}
