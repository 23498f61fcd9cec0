// Why one set of outcomes rather than another: their mean logits set against each other, taken apart unit by unit so that
// the parts add up to the whole, exactly.
import type { ContrastPart, ContrastRoute } from '../contract/analysis.ts'
import type { Parameters } from '../rnn/layout.ts'
import { columnOf, type ContextStates } from './context-states.ts'

/** Indices of the outcomes on either side. */
export interface Contrast {
  for: readonly number[]
  against: readonly number[]
}

/** (H): d_u = mean of Why[o, u] over the outcomes `for` - mean over those `against`. */
export function contrastDirection({ Why, by }: Parameters, contrast: Contrast): Float64Array {
  const hiddenSize = Why.length / by.length
  return Float64Array.from({ length: hiddenSize }, (_, unit) =>
    meanDifference(contrast, (outcome) => Why[outcome * hiddenSize + unit]!),
  )
}

/** The mean of `value` over one side minus that over the other. */
export function meanDifference({ for: ours, against }: Contrast, value: (outcome: number) => number): number {
  const mean = (side: readonly number[]): number => side.reduce((sum, outcome) => sum + value(outcome), 0) / side.length
  return mean(ours) - mean(against)
}

/** The contrast of logits (count, V), mean over the contexts. */
export function meanContrast(logits: Float64Array, vocabularySize: number, contrast: Contrast): number {
  const count = logits.length / vocabularySize
  let sum = 0
  for (let context = 0; context < count; context++) {
    sum += meanDifference(contrast, (outcome) => logits[context * vocabularySize + outcome]!)
  }
  return sum / count
}

/** What a unit's activation is compared with, for each way of asking; 0 for the output weights themselves. */
const REFERENCES: Record<ContrastRoute, (pre: number, column: number, bias: number) => number> = {
  output: () => 0,
  character: (pre) => Math.tanh(pre),
  history: (_, column, bias) => Math.tanh(bias + column),
}

export interface ContrastEffects {
  /** (H): each unit's effect, mean over the contexts. */
  means: Float64Array
  /** (H): its standard deviation over the contexts. */
  deviations: Float64Array
  /** What the contrast changes by when all that the route is about is removed, measured on the logits. */
  total: number
  /** The mean contrast as it is. */
  contrast: number
}

/**
 * The effect of every unit on the contrast: d_u (h_u - r_u), with r_u the unit without what is asked about. `output` asks
 * about the unit itself (r = 0, and the bias by makes up the rest), `character` about the character's column of Wxh,
 * `history` about Whh hprev.
 */
export function contrastEffects(states: ContextStates, contrast: Contrast, route: ContrastRoute): ContrastEffects {
  const { count, sizes, parameters, character, pre, h, logits } = states
  const { hiddenSize, vocabularySize } = sizes
  const direction = contrastDirection(parameters, contrast)
  const column = columnOf(parameters.Wxh, character, hiddenSize)
  const means = new Float64Array(hiddenSize)
  const squaredDeviations = new Float64Array(hiddenSize)
  const reference = REFERENCES[route]
  const removed = new Float64Array(logits.length)
  const state = new Float64Array(hiddenSize)
  for (let context = 0; context < count; context++) {
    for (let unit = 0; unit < hiddenSize; unit++) {
      const place = context * hiddenSize + unit
      state[unit] = reference(pre[place]!, column[unit]!, parameters.bh[unit]!)
      const effect = direction[unit]! * (h[place]! - state[unit]!)
      // Welford 1962: a saturated unit varies by less than a difference of sums of squares could show.
      const fromMean = effect - means[unit]!
      means[unit]! += fromMean / (context + 1)
      squaredDeviations[unit]! += fromMean * (effect - means[unit]!)
    }
    const y = removed.subarray(context * vocabularySize, (context + 1) * vocabularySize)
    writeLogits(y, parameters, state)
  }
  const deviations = squaredDeviations.map((sum) => Math.sqrt(sum / count))
  const whole = meanContrast(logits, vocabularySize, contrast)
  return { means, deviations, contrast: whole, total: whole - meanContrast(removed, vocabularySize, contrast) }
}

function writeLogits(y: Float64Array, { Why, by }: Parameters, h: Float64Array): void {
  for (let outcome = 0; outcome < by.length; outcome++) {
    let sum = by[outcome]!
    for (let unit = 0; unit < h.length; unit++) sum += Why[outcome * h.length + unit]! * h[unit]!
    y[outcome] = sum
  }
}

/**
 * The history's effect on one unit, taken apart into the weights Whh[unit, v]. What each adds to the unit's sum is known
 * exactly, but tanh is not linear: each weight gets the share of the unit's effect that it has in the sum, so that the
 * shares add up to the effect (DeepLIFT's rescale rule, Shrikumar et al. 2017). `removal` is what removing that weight
 * alone changes; those do not add up.
 */
export function hopEffects(states: ContextStates, contrast: Contrast, unit: number): ContrastPart[] {
  const { count, sizes, parameters, character, hprev, pre, h } = states
  const { hiddenSize, vocabularySize } = sizes
  const d = contrastDirection(parameters, contrast)[unit]!
  const own = parameters.Wxh[unit * vocabularySize + character]!
  const weights = parameters.Whh.subarray(unit * hiddenSize, (unit + 1) * hiddenSize)
  const effects = new Float64Array(hiddenSize)
  const removals = new Float64Array(hiddenSize)
  for (let context = 0; context < count; context++) {
    const sum = pre[context * hiddenSize + unit]! + own
    const activation = h[context * hiddenSize + unit]!
    const fromHistory = pre[context * hiddenSize + unit]! - parameters.bh[unit]!
    const slope = fromHistory === 0 ? 0 : (activation - Math.tanh(sum - fromHistory)) / fromHistory
    for (let v = 0; v < hiddenSize; v++) {
      const input = weights[v]! * hprev[context * hiddenSize + v]!
      effects[v]! += d * slope * input
      removals[v]! += d * (activation - Math.tanh(sum - input))
    }
  }
  return Array.from(weights, (weight, v) => ({
    unit: v,
    weight,
    effect: effects[v]! / count,
    removal: removals[v]! / count,
  }))
}
