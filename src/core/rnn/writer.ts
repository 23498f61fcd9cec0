// A text without end: the network writes character after character, and may be given another temperature, or newer
// parameters, on its way. Each character takes one draw, so that the n-th character of every writer with the same seed
// is drawn with the same random number, whatever their temperatures.
import { allocateRandomStateMemory, RandomState } from '../random/random-state.ts'
import { stateAfter } from './completion.ts'
import type { NetworkSizes, Parameters } from './layout.ts'
import type { MakeNetworkStep, NetworkStep } from './network-step.ts'
import { truncate, type Truncation } from './truncation.ts'

export interface DrawingRule extends Truncation {
  /** 0 takes the likeliest character every time. */
  temperature: number
}

export class Writer {
  readonly #makeStep: MakeNetworkStep
  readonly #sizes: NetworkSizes
  readonly #random: RandomState
  readonly #h: Float64Array
  #parameters: Parameters
  #step: NetworkStep
  #p: Float64Array
  #character: number

  /**
   * Reads a prompt from h = 0, ready to write on from it.
   *
   * @param promptIndices at least one, each below V
   * @throws RangeError when the prompt is empty
   */
  constructor(
    makeStep: MakeNetworkStep,
    parameters: Parameters,
    sizes: NetworkSizes,
    promptIndices: readonly number[],
    seed: number,
  ) {
    const last = promptIndices.at(-1)
    if (last === undefined) throw new RangeError('A text needs a character to begin with')
    this.#makeStep = makeStep
    this.#sizes = sizes
    this.#parameters = parameters
    this.#step = makeStep(parameters, sizes)
    this.#h = stateAfter(promptIndices.slice(0, -1), this.#step, sizes.hiddenSize)
    this.#p = new Float64Array(sizes.vocabularySize)
    this.#character = last
    this.#random = new RandomState(allocateRandomStateMemory())
    this.#random.seed(seed)
  }

  /** (V): what the last character was drawn from, temperature and truncation included; until the next is drawn. */
  get p(): Float64Array {
    return this.#p
  }

  /** The next character, as numpy.random.choice draws it from `p`. @throws RangeError when `p` has a NaN */
  next(parameters: Parameters, rule: DrawingRule): number {
    if (parameters !== this.#parameters) this.#step = this.#makeStep(parameters, this.#sizes)
    this.#parameters = parameters
    this.#step.read(this.#h, this.#character)
    this.#p = this.#step.probabilities(this.#h, rule.temperature)
    truncate(this.#p, rule)
    return (this.#character = this.#random.choice(this.#p))
  }
}
