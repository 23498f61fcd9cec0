// A whole text read by a small network, against NumPy, and what its contexts add up to in any network.
import { describe, expect, it } from 'vitest'
import { forEachDistribution } from '#core/analysis/context-states.ts'
import { entropyBits } from '#core/analysis/next-character.ts'
import { countsAfter, pastMatters } from '#core/analysis/past-matters.ts'
import { divergenceBits, followsFigures } from '#core/analysis/what-follows.ts'
import { hiddenState } from '#core/rnn/network.ts'
import { BLOCK_LENGTH } from '#core/rnn/text-pass.ts'
import { RANDOM_NETWORKS, randomNetwork } from './random-networks.ts'
import { expectNear, NUMPY, PARAMETERS, readAll, SIZES, statesAfter, targetStates } from './small-net.ts'

const VOCABULARY = Array.from({ length: SIZES.vocabularySize }, (_, index) => String(index))

describe('a text that was read', () => {
  const reading = readAll(PARAMETERS, SIZES, NUMPY.text)

  it('has NumPy’s loss of a character', () => {
    expect(reading.natsPerCharacter).toBeCloseTo(NUMPY.reading.natsPerCharacter, 12)
  })

  it('tells how much the past matters after each character, most first', () => {
    const found = pastMatters(reading, VOCABULARY)
    const expected = [...NUMPY.reading.pastMatters].sort((one, other) => other.bits - one.bits)
    expect(found.map(({ character, occurrences }) => [character, occurrences])).toEqual(
      expected.map(({ index, occurrences }) => [String(index), occurrences]),
    )
    for (const figure of ['bits', 'meanEntropyBits', 'accuracy'] as const) {
      expectNear(
        found.map((row) => row[figure]),
        expected.map((row) => row[figure]),
      )
    }
  })

  it('says nothing of a character that does not occur, nor of one that only ends the text', () => {
    const short = readAll(PARAMETERS, SIZES, [0, 1, 0, 2])
    expect(pastMatters(short, VOCABULARY).map(({ character }) => character)).toEqual(expect.arrayContaining(['0', '1']))
    expect(pastMatters(short, VOCABULARY)).toHaveLength(2)
    expect(Array.from(countsAfter(short, 0, SIZES.vocabularySize))).toEqual([0, 1, 1, 0])
  })

  it('finds no dependence where all contexts are one', () => {
    const { sizes, parameters, text } = randomNetwork(0)
    const forgetful = { ...parameters, Whh: new Float64Array(parameters.Whh.length) }
    const vocabulary = Array.from('0123456789').slice(0, sizes.vocabularySize)
    const found = pastMatters(readAll(forgetful, sizes, text), vocabulary)
    expect(found).toHaveLength(sizes.vocabularySize)
    for (const { bits } of found) expect(bits).toBeLessThan(1e-12)
  })

  it('carries the state from block to block', () => {
    const { hiddenSize } = SIZES
    const length = 2 * BLOCK_LENGTH + 90
    const text = Uint16Array.from({ length }, (_, i) => NUMPY.text[i % NUMPY.text.length]!)
    const { positions, hprev } = readAll(PARAMETERS, SIZES, text).kept(NUMPY.target)
    expect(positions.at(-1)).toBeGreaterThan(2 * BLOCK_LENGTH)
    const carried: number[] = []
    let state = new Float64Array(hiddenSize)
    for (const character of text.subarray(0, -1)) {
      if (character === NUMPY.target) carried.push(...state)
      const h = new Float64Array(hiddenSize)
      hiddenState(h, PARAMETERS, character, state)
      state = h
    }
    expect(Array.from(hprev)).toEqual(carried)
  })
})

describe('what follows a character', () => {
  const states = targetStates()
  const followed = Array.from(states.positions, (position) => NUMPY.text[position + 1]!)
  const figures = followsFigures(states.logits, SIZES.vocabularySize, followed)

  it('is asked in the states that NumPy finds before it', () => {
    expect(Array.from(states.positions)).toEqual(NUMPY.follows.positions)
    expectNear(states.hprev, NUMPY.follows.hprev)
  })

  it('has NumPy’s mean, deviation and quantiles of every outcome', () => {
    figures.outcomes.forEach(({ mean, standardDeviation, quantiles }, outcome) => {
      const expected = NUMPY.follows.outcomes[outcome]!
      expectNear(
        [mean, standardDeviation, ...quantiles],
        [expected.mean, expected.standardDeviation, ...expected.quantiles],
      )
    })
    expect(Array.from(figures.likeliest)).toEqual(NUMPY.follows.likeliest)
  })

  it('is split by what truly followed, the most frequent first', () => {
    const counts = figures.groups.map(({ count }) => count)
    expect(counts).toEqual([...counts].sort((one, other) => other - one))
    const byOutcome = [...figures.groups].sort((one, other) => one.outcome - other.outcome)
    expect(byOutcome.map(({ outcome, count }) => ({ outcome, count }))).toEqual(
      NUMPY.follows.groups.map(({ outcome, count }) => ({ outcome, count })),
    )
    byOutcome.forEach(({ means }, i) => expectNear(means, NUMPY.follows.groups[i]!.means))
  })

  it('is not split where nothing truly followed', () => {
    expect(followsFigures(states.logits, SIZES.vocabularySize, []).groups).toEqual([])
  })

  it('diverges from the text as Kullback and Leibler have it, in either direction', () => {
    const total = NUMPY.follows.counts.reduce((sum, count) => sum + count)
    const shares = NUMPY.follows.counts.map((count) => count / total)
    const means = figures.outcomes.map(({ mean }) => mean)
    expectNear([divergenceBits(shares, means), divergenceBits(means, shares)], NUMPY.follows.divergences)
    expect(divergenceBits([0.5, 0.5], [1, 0])).toBe(Infinity)
    expect(divergenceBits([1, 0], [0.5, 0.5])).toBe(1)
  })
})

describe.each(RANDOM_NETWORKS)('random network %i', (seed) => {
  const { sizes, parameters, text } = randomNetwork(seed)
  const reading = readAll(parameters, sizes, text)

  it('expects over the contexts what it expected while reading', () => {
    for (let character = 0; character < sizes.vocabularySize; character++) {
      if (reading.occurrences(character) === 0) continue
      const states = statesAfter(reading, parameters, sizes, character)
      const { mean, meanEntropyBits, occurrences } = reading.totals(character)
      expect(states.count).toBe(occurrences)
      let entropy = 0
      forEachDistribution(states.logits, sizes.vocabularySize, (p) => (entropy += entropyBits(p) / occurrences))
      const means = followsFigures(states.logits, sizes.vocabularySize, []).outcomes.map((outcome) => outcome.mean)
      expectNear([...means, entropy], [...mean, meanEntropyBits], 1e-10)
    }
  })
})
