// Which ranking finds the weights that matter: a character's weights are removed one by one in the order of each, and
// the probabilities watched on the way.
import { REMOVAL_RANKINGS, type RemovalCurve, type RemovalRanking } from '../contract/analysis.ts'
import { columnOf, meanProbabilities, type ContextStates } from './context-states.ts'
import { contrastDirection, contrastEffects, type Contrast } from './contrast.ts'
import { addOutputs } from './knock-out.ts'

/** (H): what each ranking takes for the importance of Wxh[:, character]; the greatest is removed first. */
function importances(states: ContextStates, contrast: Contrast): Record<RemovalRanking, Float64Array> {
  const { count, sizes, parameters, character, h } = states
  const { hiddenSize } = sizes
  const direction = contrastDirection(parameters, contrast)
  const column = columnOf(parameters.Wxh, character, hiddenSize)
  const slopes = new Float64Array(hiddenSize)
  const means = new Float64Array(hiddenSize)
  for (let place = 0; place < h.length; place++) {
    const unit = place % hiddenSize
    slopes[unit]! += (1 - h[place]! * h[place]!) / count
    means[unit]! += h[place]! / count
  }
  return {
    effect: contrastEffects(states, contrast, 'character').means,
    gradientTimesInput: direction.map((d, unit) => d * slopes[unit]! * column[unit]!),
    magnitude: column.map(Math.abs),
    rawActivation: means.map((mean, unit) => Math.abs(mean * direction[unit]!)),
  }
}

/**
 * Mean probabilities of the outcomes after removing 0, 1, ... `most` entries of Wxh[:, character], in the order of every
 * ranking. Yields after each removal.
 */
export function* removalCurves(
  states: ContextStates,
  contrast: Contrast,
  outcomes: readonly number[],
  most: number,
): Generator<number, RemovalCurve[]> {
  const { count, sizes, pre, h, logits } = states
  const { hiddenSize, vocabularySize } = sizes
  const removals = Math.min(most, hiddenSize)
  const values = importances(states, contrast)
  const curves: RemovalCurve[] = []
  for (const ranking of REMOVAL_RANKINGS) {
    const order = Array.from(values[ranking].keys()).sort((a, b) => values[ranking][b]! - values[ranking][a]!)
    const changed = logits.slice()
    const tell = (): number[] => {
      const p = meanProbabilities(changed, vocabularySize)
      return outcomes.map((outcome) => p[outcome]!)
    }
    const probabilities = [tell()]
    const units = order.slice(0, removals)
    for (const unit of units) {
      for (let context = 0; context < count; context++) {
        const place = context * hiddenSize + unit
        addOutputs(changed, states, context, unit, Math.tanh(pre[place]!) - h[place]!)
      }
      probabilities.push(tell())
      yield probabilities.length
    }
    curves.push({ ranking, units, probabilities })
  }
  return curves
}
