// Contrasts taken apart, against NumPy, and that the parts add up to the whole in any network.
import { describe, expect, it } from 'vitest'
import { CONTRAST_ROUTES } from '#core/contract/analysis.ts'
import { contextStates, type ContextStates } from '#core/analysis/context-states.ts'
import { contrastEffects, hopEffects, meanDifference, type Contrast } from '#core/analysis/contrast.ts'
import { drawDistinct } from '#core/analysis/random-knock-out.ts'
import type { RandomState } from '#core/random/random-state.ts'
import { RANDOM_NETWORKS, randomBelow, randomNetwork } from './random-networks.ts'
import { expectNear, NUMPY, readAll, SIZES, statesAfter, targetStates } from './small-net.ts'

const sumOf = (values: Iterable<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0)

describe.each(NUMPY.contrasts)('the contrast of $for against $against', ({ contrast, routes, hop, ...sides }) => {
  const states = targetStates()

  it.each(CONTRAST_ROUTES)('by the route %s has NumPy’s effects', (route) => {
    const found = contrastEffects(states, sides, route)
    const expected = routes[route]
    expectNear(found.means, expected.means)
    expectNear(found.deviations, expected.deviations)
    expectNear([found.contrast, found.total], [contrast, expected.total])
  })

  it('goes back one hop to NumPy’s effects of single weights', () => {
    for (let unit = 0; unit < SIZES.hiddenSize; unit++) {
      const parts = hopEffects(states, sides, unit)
      expect(parts.map((part) => part.weight)).toEqual(
        NUMPY.parameters.Whh.slice(unit * SIZES.hiddenSize, (unit + 1) * SIZES.hiddenSize),
      )
      // A unit whose inputs nearly cancel in some context divides by little there.
      const effects = parts.map((part) => part.effect)
      expectNear(effects, hop.effects[unit]!, 1e-10)
      const removals = parts.map((part) => part.removal)
      expectNear(removals, hop.removals[unit]!)
    }
  })
})

/** Two sides without a common outcome, neither empty. */
function randomContrast(random: RandomState, vocabularySize: number): Contrast {
  const ours = 1 + randomBelow(random, vocabularySize - 1)
  const both = ours + 1 + randomBelow(random, vocabularySize - ours)
  const outcomes = drawDistinct(random, both, vocabularySize)
  return { for: outcomes.slice(0, ours), against: outcomes.slice(ours) }
}

describe.each(RANDOM_NETWORKS)('random network %i, every character and some contrasts', (seed) => {
  const { sizes, parameters, text, random } = randomNetwork(seed)
  const reading = readAll(parameters, sizes, text)
  const asked: [states: ContextStates, contrast: Contrast][] = []
  for (let character = 0; character < sizes.vocabularySize; character++) {
    if (reading.occurrences(character) === 0) continue
    const states = statesAfter(reading, parameters, sizes, character)
    for (let i = 0; i < 4; i++) asked.push([states, randomContrast(random, sizes.vocabularySize)])
  }

  it.each(CONTRAST_ROUTES)('adds up to the measured change by the route %s', (route) => {
    for (const [states, contrast] of asked) {
      const { means, total } = contrastEffects(states, contrast, route)
      expectNear([sumOf(means)], [total], 1e-9)
    }
  })

  it('adds up to the whole contrast with the bias, through the output weights', () => {
    for (const [states, contrast] of asked) {
      const { means, contrast: whole } = contrastEffects(states, contrast, 'output')
      const bias = meanDifference(contrast, (outcome) => parameters.by[outcome]!)
      expectNear([sumOf(means) + bias], [whole], 1e-9)
    }
  })

  it('shares out a unit’s whole effect among the weights of its hop', () => {
    for (const [states, contrast] of asked) {
      const { means } = contrastEffects(states, contrast, 'history')
      const units = Array.from(means.keys())
      const shared = units.map((unit) => sumOf(hopEffects(states, contrast, unit).map((part) => part.effect)))
      expectNear(shared, means, 1e-9)
    }
  })

  it('varies not at all where all contexts are the same', () => {
    const [{ character, positions, hprev }, contrast] = asked[0]!
    const one = Array.from(hprev.subarray(0, sizes.hiddenSize))
    const same = Float64Array.from(Array.from({ length: 7 }, () => one).flat())
    const states = contextStates(parameters, sizes, character, positions.subarray(0, 7), same)
    for (const route of CONTRAST_ROUTES) {
      expect(contrastEffects(states, contrast, route).deviations).toEqual(new Float64Array(sizes.hiddenSize))
    }
  })
})
