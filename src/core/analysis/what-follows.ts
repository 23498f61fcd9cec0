// What the network expects after a character, over its contexts, beside what truly came.
import type { FollowsDistribution, FollowsGroup } from '../contract/analysis.ts'
import { forEachDistribution } from './context-states.ts'

/** Shares of the contexts below which a probability lies. */
export const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const

export interface FollowsFigures {
  /** One an outcome, by vocabulary index. */
  outcomes: FollowsDistribution[]
  /** The contexts by what truly followed, the most frequent first. */
  groups: FollowsGroup[]
  /** (contexts): the outcome that is the likeliest in each. */
  likeliest: Uint16Array
}

/** numpy.quantile of ascending values, linear between neighbours. */
function quantile(ascending: Float64Array, share: number): number {
  const place = share * (ascending.length - 1)
  const before = Math.floor(place)
  const after = Math.min(before + 1, ascending.length - 1)
  return ascending[before]! + (place - before) * (ascending[after]! - ascending[before]!)
}

/**
 * @param logits (contexts, V)
 * @param followed (contexts) the index of what came after each; empty where nothing truly did
 */
export function followsFigures(
  logits: Float64Array,
  vocabularySize: number,
  followed: ArrayLike<number>,
): FollowsFigures {
  const count = logits.length / vocabularySize
  // One row an outcome, so that the quantiles of each can be taken.
  const columns = Array.from({ length: vocabularySize }, () => new Float64Array(count))
  const likeliest = new Uint16Array(count)
  const sums = new Map<number, { count: number; sums: Float64Array }>()
  forEachDistribution(logits, vocabularySize, (p, context) => {
    let best = 0
    for (let outcome = 0; outcome < vocabularySize; outcome++) {
      columns[outcome]![context] = p[outcome]!
      if (p[outcome]! > p[best]!) best = outcome
    }
    likeliest[context] = best
    if (followed.length === 0) return
    const outcome = followed[context]!
    const group = sums.get(outcome) ?? { count: 0, sums: new Float64Array(vocabularySize) }
    sums.set(outcome, group)
    group.count++
    for (let i = 0; i < vocabularySize; i++) group.sums[i]! += p[i]!
  })
  const outcomes = columns.map((values) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / count
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count
    const ascending = values.slice().sort()
    const quantiles = QUANTILES.map((share) => quantile(ascending, share))
    return { mean, standardDeviation: Math.sqrt(variance), quantiles }
  })
  const groups = [...sums].map(([outcome, group]) => ({
    outcome,
    count: group.count,
    means: Array.from(group.sums, (sum) => sum / group.count),
  }))
  return { outcomes, groups: groups.sort((one, other) => other.count - one.count), likeliest }
}

/**
 * Kullback and Leibler's divergence of q from p in bits, sum p log2 (p / q): what is lost when q is taken for p. Infinite
 * where q gives 0 to something that p does not.
 */
export function divergenceBits(p: ArrayLike<number>, q: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < p.length; i++) if (p[i]! > 0) sum += p[i]! * Math.log2(p[i]! / q[i]!)
  return Math.max(0, sum)
}
