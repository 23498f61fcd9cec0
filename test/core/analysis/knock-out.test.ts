// Weights set to other values, chosen or at random, one by one or together, against NumPy.
import { describe, expect, it } from 'vitest'
import { CHANGED_PARAMETERS, REMOVAL_RANKINGS, type WeightChange } from '#core/contract/analysis.ts'
import { contextStates, meanProbabilities } from '#core/analysis/context-states.ts'
import { changedLogits, knockOut } from '#core/analysis/knock-out.ts'
import { drawDistinct, randomKnockOuts } from '#core/analysis/random-knock-out.ts'
import { removalCurves } from '#core/analysis/removal-curves.ts'
import { allocateRandomStateMemory, RandomState } from '#core/random/random-state.ts'
import { parameterShape, type Parameters } from '#core/rnn/layout.ts'
import { RANDOM_NETWORKS, randomBelow, randomNetwork } from './random-networks.ts'
import { endOf, expectNear, NUMPY, readAll, SIZES, statesAfter, targetStates } from './small-net.ts'

describe('knockOut', () => {
  it.each(NUMPY.knockOuts)('$name: NumPy’s probabilities', ({ changes, means }) => {
    expectNear(knockOut(targetStates(), changes), means)
  })

  it('leaves the states as they were', () => {
    const states = targetStates()
    const { logits, h, pre } = targetStates()
    for (const { changes } of NUMPY.knockOuts) knockOut(states, changes)
    expect(states).toMatchObject({ logits, h, pre })
  })

  it.each(RANDOM_NETWORKS)('random network %i: any entries of any array, as a network with them has it', (seed) => {
    const { sizes, parameters, text, random } = randomNetwork(seed)
    const states = statesAfter(readAll(parameters, sizes, text), parameters, sizes, text[0]!)
    const changes: WeightChange[] = Array.from({ length: 25 }, () => {
      const parameter = CHANGED_PARAMETERS[randomBelow(random, CHANGED_PARAMETERS.length)]!
      const [rows, columns] = parameterShape(parameter, sizes)
      const place = { row: randomBelow(random, rows), column: randomBelow(random, columns) }
      return { parameter, ...place, value: random.randomSample() < 0.5 ? 0 : random.randn() }
    })
    const copies = Object.entries(parameters).map(([name, values]) => [name, values.slice()] as const)
    const changed = Object.fromEntries(copies) as Parameters
    for (const { parameter, row, column, value } of changes) {
      changed[parameter][row * parameterShape(parameter, sizes)[1] + column] = value
    }
    const { character, positions, hprev } = states
    const expected = contextStates(changed, sizes, character, positions, hprev).logits
    expectNear(changedLogits(states, changes), expected, 1e-9)
  })
})

describe('randomKnockOuts', () => {
  it.each(NUMPY.randomKnockOuts)('$count of them, seed $seed: NumPy’s mean and range', (expected) => {
    const { count, draws, seed } = expected
    const found = endOf(randomKnockOuts(targetStates(), count, draws, seed))
    expect(found.draws).toBe(draws)
    for (const figure of ['mean', 'low', 'high'] as const) expectNear(found[figure], expected[figure])
  })

  it('takes the whole column where more are asked for than there are', () => {
    const states = targetStates()
    const all = endOf(randomKnockOuts(states, 100, 1, 0))
    const column = Array.from({ length: SIZES.hiddenSize }, (_, row) => ({ row, column: NUMPY.target, value: 0 }))
    const changes = column.map((change) => ({ parameter: 'Wxh' as const, ...change }))
    expectNear(all.mean, knockOut(states, changes))
  })
})

describe('drawDistinct', () => {
  function drawn(seed: number, count: number, below: number): number[] {
    const random = new RandomState(allocateRandomStateMemory())
    random.seed(seed)
    return drawDistinct(random, count, below)
  }

  it.each([
    [0, 5],
    [1, 1],
    [3, 10],
    [250, 250],
  ])('draws %i different numbers below %i, the same for a seed', (count, below) => {
    const numbers = drawn(3, count, below)
    expect(numbers).toHaveLength(count)
    expect(new Set(numbers).size).toBe(count)
    expect(numbers.every((number) => number >= 0 && number < below)).toBe(true)
    expect(drawn(3, count, below)).toEqual(numbers)
  })

  it('draws every number equally often', () => {
    const random = new RandomState(allocateRandomStateMemory())
    random.seed(0)
    const [draws, count, below] = [6000, 2, 6]
    const times = new Array<number>(below).fill(0)
    for (let i = 0; i < draws; i++) for (const number of drawDistinct(random, count, below)) times[number]!++
    const expected = (draws * count) / below
    // Five standard deviations of a binomial count.
    const most = 5 * Math.sqrt(draws * (count / below) * (1 - count / below))
    for (const found of times) expect(Math.abs(found - expected)).toBeLessThan(most)
  })
})

describe('removalCurves', () => {
  const { rankings, ...contrast } = NUMPY.curves
  const outcomes = Array.from({ length: SIZES.vocabularySize }, (_, outcome) => outcome)

  it.each(REMOVAL_RANKINGS)('%s: NumPy’s order and probabilities', (ranking) => {
    const curves = endOf(removalCurves(targetStates(), contrast, outcomes, SIZES.hiddenSize))
    const found = curves.find((curve) => curve.ranking === ranking)!
    const expected = rankings[ranking]
    expect(found.units).toEqual(expected.units)
    found.probabilities.forEach((p, removed) => expectNear(p, expected.probabilities[removed]!))
    expect(found.probabilities).toHaveLength(expected.probabilities.length)
  })

  it('begins with what the network expects, and stops at the units that there are', () => {
    const states = targetStates()
    const [first] = endOf(removalCurves(states, contrast, [1], 60))
    expectNear(first!.probabilities[0]!, [meanProbabilities(states.logits, SIZES.vocabularySize)[1]!])
    expect(first!.units).toHaveLength(SIZES.hiddenSize)
    expect(endOf(removalCurves(states, contrast, [1], 2))[0]!.probabilities).toHaveLength(3)
  })
})
