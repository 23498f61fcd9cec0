// Small random networks and texts for what must hold for any of them; the same ones each time.
import { allocateRandomStateMemory, RandomState } from '#core/random/random-state.ts'
import { parameterCount, parameterViews, type NetworkSizes, type Parameters } from '#core/rnn/layout.ts'

export interface RandomNetwork {
  seed: number
  sizes: NetworkSizes
  parameters: Parameters
  text: Uint16Array
  random: RandomState
}

export function randomBelow(random: RandomState, below: number): number {
  return Math.floor(random.randomSample() * below)
}

/** 2 to 12 units, 3 to 9 characters, weights from faint to saturating, a text of 60 to 260 characters. */
export function randomNetwork(seed: number): RandomNetwork {
  const random = new RandomState(allocateRandomStateMemory())
  random.seed(seed)
  const sizes = { hiddenSize: 2 + randomBelow(random, 11), vocabularySize: 3 + randomBelow(random, 7) }
  const scale = 0.1 * 60 ** random.randomSample()
  const values = Float64Array.from({ length: parameterCount(sizes) }, () => scale * random.randn())
  const length = 60 + randomBelow(random, 201)
  const text = Uint16Array.from({ length }, () => randomBelow(random, sizes.vocabularySize))
  return { seed, sizes, parameters: parameterViews(values, sizes), text, random }
}

export const RANDOM_NETWORKS = Array.from({ length: 25 }, (_, seed) => seed)
