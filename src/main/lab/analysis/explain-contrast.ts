// A contrast taken apart, with the weights that each part is made of.
import type { ContrastExplanation, ContrastRoute } from '#core/contract/analysis.ts'
import type { ContextStates } from '#core/analysis/context-states.ts'
import { contrastEffects, meanDifference, type Contrast } from '#core/analysis/contrast.ts'

export function explainContrast(
  states: ContextStates,
  contrast: Contrast,
  route: ContrastRoute,
): Omit<ContrastExplanation, 'network'> {
  const { parameters, sizes, character, count } = states
  const { hiddenSize, vocabularySize } = sizes
  const { means, deviations, total, contrast: whole } = contrastEffects(states, contrast, route)
  const meanOutput = (outcomes: readonly number[], unit: number): number =>
    outcomes.reduce((sum, outcome) => sum + parameters.Why[outcome * hiddenSize + unit]!, 0) / outcomes.length
  const rows = Array.from(means, (effect, unit) => ({
    unit,
    Wxh: parameters.Wxh[unit * vocabularySize + character]!,
    WhyFor: meanOutput(contrast.for, unit),
    WhyAgainst: meanOutput(contrast.against, unit),
    effect,
    standardDeviation: deviations[unit]!,
  }))
  return {
    contexts: count,
    for: [...contrast.for],
    against: [...contrast.against],
    contrast: whole,
    total,
    sumOfEffects: means.reduce((sum, effect) => sum + effect, 0),
    bias: meanDifference(contrast, (outcome) => parameters.by[outcome]!),
    rows: rows.sort((one, other) => other.effect - one.effect),
  }
}
