// Knock-outs of weights taken at random, to compare chosen ones with: without this, any change looks like a finding.
import type { RandomKnockOut } from '../contract/analysis.ts'
import { allocateRandomStateMemory, RandomState } from '../random/random-state.ts'
import type { ContextStates } from './context-states.ts'
import { knockOut } from './knock-out.ts'

/** `count` different numbers below `below`, by the first steps of Fisher and Yates's shuffle. */
export function drawDistinct(random: RandomState, count: number, below: number): number[] {
  const numbers = Array.from({ length: below }, (_, i) => i)
  for (let i = 0; i < count; i++) {
    const other = i + Math.floor(random.randomSample() * (below - i))
    ;[numbers[i], numbers[other]] = [numbers[other]!, numbers[i]!]
  }
  return numbers.slice(0, count)
}

/**
 * Sets `count` entries of the character's column of Wxh to 0, drawn anew each time from all of them.
 *
 * @returns by outcome (V): the mean of the draws' mean probabilities, and their least and greatest
 */
export function* randomKnockOuts(
  states: ContextStates,
  count: number,
  draws: number,
  seed: number,
): Generator<number, RandomKnockOut> {
  const { sizes, character } = states
  const random = new RandomState(allocateRandomStateMemory())
  random.seed(seed)
  const sums = new Float64Array(sizes.vocabularySize)
  const low = new Float64Array(sizes.vocabularySize).fill(Infinity)
  const high = new Float64Array(sizes.vocabularySize).fill(-Infinity)
  for (let draw = 0; draw < draws; draw++) {
    const units = drawDistinct(random, Math.min(count, sizes.hiddenSize), sizes.hiddenSize)
    const p = knockOut(
      states,
      units.map((row) => ({ parameter: 'Wxh', row, column: character, value: 0 })),
    )
    p.forEach((value, outcome) => {
      sums[outcome]! += value
      low[outcome] = Math.min(low[outcome]!, value)
      high[outcome] = Math.max(high[outcome]!, value)
    })
    yield draw + 1
  }
  return { draws, mean: Array.from(sums, (sum) => sum / draws), low: Array.from(low), high: Array.from(high) }
}
