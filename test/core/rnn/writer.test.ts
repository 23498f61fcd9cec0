// Writing at many temperatures and among the likeliest only, against what NumPy draws
// (test/fixtures/rnn/make_sampling_fixtures.py), and the statistics of many draws against chance.
import { describe, expect, it } from 'vitest'
import { entropyBits, likeliest, rankOf } from '#core/analysis/next-character.ts'
import { readingLoss } from '#core/analysis/reading-loss.ts'
import { readingEntropies } from '#core/analysis/reading-entropy.ts'
import { allocateRandomStateMemory, RandomState } from '#core/random/random-state.ts'
import { complete } from '#core/rnn/completion.ts'
import { hardmax, softmax } from '#core/rnn/softmax.ts'
import { truncate } from '#core/rnn/truncation.ts'
import { Writer, type DrawingRule } from '#core/rnn/writer.ts'
import { networkStepsWith } from '#lab/kernel/network-step.ts'
import { describeEachKernel, readFixture } from '../training/fixtures.ts'
import { smallNetwork } from './small-network.ts'

interface Fixture {
  first: number
  seed: number
  cases: (DrawingRule & { drawn: number[]; ranks: number[]; meanProbability: number; meanEntropy: number })[]
  reading: { text: number[]; temperatures: number[]; entropies: number[]; loss: number }
}

const { first, seed, cases, reading } = readFixture<Fixture>('sampling.json')
const { parameters, sizes } = smallNetwork()

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

describeEachKernel((kernel) => {
  const makeStep = networkStepsWith(kernel)
  const begin = (): Writer => new Writer(makeStep, parameters, sizes, [first], seed)
  function write(rule: DrawingRule, length: number): number[] {
    const writer = begin()
    return Array.from({ length }, () => writer.next(parameters, rule))
  }

  it.each(cases)('writes what NumPy draws at temperature $temperature, top-k $topK, top-p $topP', (rule) => {
    const writer = begin()
    const steps = rule.drawn.map(() => {
      const character = writer.next(parameters, rule)
      const { p } = writer
      return { character, rank: rankOf(p, character), probability: p[character]!, entropy: entropyBits(p) }
    })
    expect(steps.map(({ character }) => character)).toEqual(rule.drawn)
    expect(steps.map(({ rank }) => rank)).toEqual(rule.ranks)
    expect(mean(steps.map(({ probability }) => probability))).toBeCloseTo(rule.meanProbability, 12)
    expect(mean(steps.map(({ entropy }) => entropy))).toBeCloseTo(rule.meanEntropy, 12)
  })

  it('draws what a completion draws, also when it is greedy', () => {
    for (const temperature of [0, 0.5, 1]) {
      const random = new RandomState(allocateRandomStateMemory())
      random.seed(seed)
      const completed = complete(
        makeStep(parameters, sizes),
        sizes.hiddenSize,
        [first],
        100,
        temperature,
        random,
        false,
      )
      expect(write({ temperature, topK: null, topP: null }, 100)).toEqual(Array.from(completed))
    }
  })

  it('draws the same at the same temperature, whatever it was at before', () => {
    const warm = { temperature: 1, topK: null, topP: null }
    const plain = write(warm, 50)
    const changed = begin()
    const other = begin()
    const texts = [changed, other].map((writer, i) =>
      Array.from({ length: 50 }, (_, n) =>
        writer.next(parameters, n === 25 && i === 0 ? { ...warm, temperature: 0 } : warm),
      ),
    )
    expect(texts[1]).toEqual(plain)
    expect(texts[0]!.slice(0, 25)).toEqual(plain.slice(0, 25))
  })

  it('stays finite at the ends of the scale', () => {
    const writer = begin()
    for (const temperature of [0, Number.MIN_VALUE, 0.01, 100, 1e300]) {
      writer.next(parameters, { temperature, topK: null, topP: null })
      expect(mean(Array.from(writer.p)) * sizes.vocabularySize).toBeCloseTo(1, 12)
      expect(Number.isFinite(entropyBits(writer.p))).toBe(true)
    }
  })

  it('loses of a text what NumPy has it lose', () => {
    const step = makeStep(parameters, sizes)
    expect(readingLoss(step, sizes.hiddenSize, reading.text, 1)).toBeCloseTo(reading.loss, 12)
  })

  it('is as undecided about a text as NumPy has it', () => {
    const step = makeStep(parameters, sizes)
    readingEntropies(step, sizes.hiddenSize, reading.text, reading.temperatures).forEach((entropy, i) =>
      expect(entropy).toBeCloseTo(reading.entropies[i]!, 12),
    )
  })
})

describe('the distribution over the next character', () => {
  const logits = [2, -1, 0.5, 0.25, 3, 1.5]

  // Upper critical values of the chi-square distribution at significance 0.001, for 1 to 5 degrees of freedom:
  // NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.4.
  const CRITICAL = [10.828, 13.816, 16.266, 18.467, 20.515]

  it.each([0.2, 0.5, 1, 2, 5, 100])('is kept to by 100,000 draws at temperature %d', (temperature) => {
    const p = Float64Array.from(logits)
    softmax(p, temperature)
    const random = new RandomState(allocateRandomStateMemory())
    random.seed(20_151_021)
    const counts = p.map(() => 0)
    for (let draw = 0; draw < 100_000; draw++) counts[random.choice(p)]!++
    // The approximation asks for at least 5 expected draws of each character that is counted.
    const terms = Array.from(p, (share, i) => ({ expected: share * 100_000, counted: counts[i]! }))
      .filter(({ expected }) => expected >= 5)
      .map(({ expected, counted }) => (counted - expected) ** 2 / expected)
    expect(terms.length).toBeGreaterThan(1)
    expect(terms.reduce((sum, term) => sum + term)).toBeLessThan(CRITICAL[terms.length - 2]!)
  })

  it('is a choice without chance at temperature 0, the first of equals', () => {
    const p = Float64Array.from([1, 7, 7, 2])
    hardmax(p)
    expect(Array.from(p)).toEqual([0, 1, 0, 0])
    const broken = Float64Array.from([1, Number.NaN, 2])
    hardmax(broken)
    expect(Array.from(broken)).toEqual([NaN, NaN, NaN])
  })

  it('has log2 V bits when all are as likely, and none when one is certain', () => {
    expect(entropyBits(new Float64Array(8).fill(1 / 8))).toBeCloseTo(3, 14)
    expect(entropyBits(Float64Array.of(0, 1, 0))).toBe(0)
  })

  it('is cut down to the likeliest, of equals to the first', () => {
    const cut = (topK: number | null, topP: number | null): number[] => {
      const p = Float64Array.of(0.1, 0.4, 0.2, 0.2, 0.1)
      truncate(p, { topK, topP })
      return Array.from(p, (share) => Number(share.toFixed(12)))
    }
    expect(cut(2, null)).toEqual([0, 0.666666666667, 0.333333333333, 0, 0])
    expect(cut(null, 0.6)).toEqual([0, 0.666666666667, 0.333333333333, 0, 0])
    expect(cut(null, 0.61)).toEqual([0, 0.5, 0.25, 0.25, 0])
    expect(cut(null, 0.01)).toEqual([0, 1, 0, 0, 0])
    expect(cut(99, 1)).toEqual([0.1, 0.4, 0.2, 0.2, 0.1])
  })

  it('names the likeliest in order, of equals the first', () => {
    expect(likeliest(Float64Array.of(0.1, 0.3, 0.05, 0.3, 0.1, 0.1, 0.05))).toEqual([1, 3, 0, 4, 5])
    expect(likeliest(Float64Array.of(0.2, 0.8))).toEqual([1, 0])
  })
})
