// What follows a target, put together from the reading of a text and the contexts' own distributions.
import type { Follows } from '#core/contract/analysis.ts'
import { forEachDistribution, type ContextStates } from '#core/analysis/context-states.ts'
import { entropyBits } from '#core/analysis/next-character.ts'
import { baseRateOf } from '#core/analysis/past-matters.ts'
import { divergenceBits, followsFigures } from '#core/analysis/what-follows.ts'
import type { Reading } from './read-text.ts'
import { endsWith } from './readings.ts'

/** What came after every occurrence of the target in the text. */
function countFollowers({ reading, network }: Reading, target: readonly number[]): { counts: number[]; total: number } {
  const counts = new Array<number>(network.sizes.vocabularySize).fill(0)
  let total = 0
  for (let position = 0; position < reading.length; position++) {
    if (!endsWith(reading.text, position, target)) continue
    counts[reading.text[position + 1]!]!++
    total++
  }
  return { counts, total }
}

export function tellFollows(
  read: Reading,
  states: ContextStates,
  target: readonly number[],
  [first, second]: readonly [number, number],
): Omit<Follows, 'network'> {
  const { vocabularySize } = states.sizes
  const { text } = read.reading
  const followed = Array.from(states.positions, (position) => text[position + 1]!)
  const figures = followsFigures(states.logits, vocabularySize, followed)
  const { counts, total } = countFollowers(read, target)
  const points = { x: new Array<number>(states.count), y: new Array<number>(states.count) }
  let meanEntropy = 0
  forEachDistribution(states.logits, vocabularySize, (p, context) => {
    points.x[context] = p[first]!
    points.y[context] = p[second]!
    meanEntropy += entropyBits(p) / states.count
  })
  const mean = figures.outcomes.map((outcome) => outcome.mean)
  const shares = counts.map((count) => count / total)
  const hits = followed.filter((outcome, context) => figures.likeliest[context] === outcome).length
  const isOfText = followed.length > 0
  const reverse = divergenceBits(mean, shares)
  return {
    occurrences: total,
    contexts: states.count,
    outcomes: figures.outcomes,
    groups: figures.groups,
    textCounts: counts,
    divergence:
      total === 0
        ? null
        : {
            ofModelFromText: divergenceBits(shares, mean),
            // Nothing that the text never shows has a logarithm there.
            ofTextFromModel: Number.isFinite(reverse) ? reverse : null,
          },
    accuracy: isOfText ? hits / states.count : null,
    baseRate: total === 0 ? null : baseRateOf(counts),
    pastMattersBits: Math.max(0, entropyBits(Float64Array.from(mean)) - meanEntropy),
    points: { ...points, positions: Array.from(states.positions), followed },
  }
}
