// A text without end: the network writes character after character, and may be given another temperature, or newer
// parameters, on its way. Each character takes one draw, so that the n-th character of every writer with the same seed
// is drawn with the same random number, whatever their temperatures.
import { allocateRandomStateMemory, RandomState } from '../random/random-state.ts'
import { stateAfter } from './completion.ts'
import type { NetworkSizes, Parameters } from './layout.ts'
import { hiddenState, probabilities } from './network.ts'
import { samplingWorkspace } from './sampling.ts'
import { truncate, type Truncation } from './truncation.ts'

export interface DrawingRule extends Truncation {
  /** 0 takes the likeliest character every time. */
  temperature: number
}

export class Writer {
  /** (V): what the last character was drawn from, temperature and truncation included. */
  readonly p: Float64Array
  readonly #random: RandomState
  #h: Float64Array
  #hnext: Float64Array
  #character: number

  /**
   * Reads a prompt from h = 0, ready to write on from it.
   *
   * @param promptIndices at least one, each below V
   * @throws RangeError when the prompt is empty
   */
  constructor(parameters: Parameters, sizes: NetworkSizes, promptIndices: readonly number[], seed: number) {
    const last = promptIndices.at(-1)
    if (last === undefined) throw new RangeError('A text needs a character to begin with')
    const { hnext, p } = samplingWorkspace(sizes)
    this.p = p
    this.#h = stateAfter(promptIndices.slice(0, -1), parameters, sizes.hiddenSize)
    this.#hnext = hnext
    this.#character = last
    this.#random = new RandomState(allocateRandomStateMemory())
    this.#random.seed(seed)
  }

  /** The next character, as numpy.random.choice draws it from `p`. @throws RangeError when `p` has a NaN */
  next(parameters: Parameters, rule: DrawingRule): number {
    hiddenState(this.#hnext, parameters, this.#character, this.#h)
    ;[this.#h, this.#hnext] = [this.#hnext, this.#h]
    probabilities(this.p, parameters, this.#h, rule.temperature)
    truncate(this.p, rule)
    return (this.#character = this.#random.choice(this.p))
  }
}
