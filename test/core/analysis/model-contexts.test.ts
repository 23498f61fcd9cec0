// Contexts that a network writes for itself, against NumPy's own loop and random numbers.
import { describe, expect, it } from 'vitest'
import { modelContexts } from '#core/analysis/model-contexts.ts'
import { hiddenState } from '#core/rnn/network.ts'
import { referenceNetworkStep } from '#core/rnn/network-step.ts'
import { endOf, expectNear, NUMPY, PARAMETERS, SIZES } from './small-net.ts'

const { hiddenSize } = SIZES
const written = (target: number[], first: number, most: number, seed: number): Float64Array =>
  endOf(modelContexts(referenceNetworkStep(PARAMETERS, SIZES), SIZES.hiddenSize, target, first, most, seed))

describe('modelContexts', () => {
  it.each(NUMPY.modelContexts)(
    'keeps the states before $target that NumPy finds, seed $seed',
    ({ target, first, most, seed, hprev }) => {
      expectNear(written(target, first, most, seed), hprev)
    },
  )

  it('draws the same for a seed and others for another', () => {
    const [target, first, most] = [[2], 0, 50]
    expect(written(target, first, most, 1)).toEqual(written(target, first, most, 1))
    expect(written(target, first, most, 1)).not.toEqual(written(target, first, most, 2))
  })

  it('keeps the empty state where the first character is the target', () => {
    expect(written([3], 3, 5, 0).subarray(0, hiddenSize)).toEqual(new Float64Array(hiddenSize))
  })

  it('keeps for a string the states after all of it but its last character', () => {
    const after = new Float64Array(hiddenSize)
    hiddenState(after, PARAMETERS, 1, new Float64Array(hiddenSize))
    const pairs = written([1, 2], 1, 40, 0)
    expect(pairs.length).toBeGreaterThan(0)
    // Every one of these states is one that the character 1 led to: atanh(h) - Whh hprev - bh is its column.
    const singles = written([1], 1, 1000, 0)
    const led = Array.from({ length: singles.length / hiddenSize }, (_, i) => {
      const h = new Float64Array(hiddenSize)
      hiddenState(h, PARAMETERS, 1, singles.subarray(i * hiddenSize, (i + 1) * hiddenSize))
      return h.join()
    })
    for (let i = 0; i < pairs.length; i += hiddenSize) expect(led).toContain(pairs.subarray(i, i + hiddenSize).join())
  })

  it('gives up on a character that is never written, and says how far it is', () => {
    const by = PARAMETERS.by.slice()
    by[2] = -1000
    const shares: number[] = []
    const work = modelContexts(referenceNetworkStep({ ...PARAMETERS, by }, SIZES), SIZES.hiddenSize, [2], 0, 10, 0)
    let step = work.next()
    for (; !step.done; step = work.next()) shares.push(step.value)
    expect(step.value).toHaveLength(0)
    expect(shares).toEqual([...shares].sort((one, other) => one - other))
    expect(shares.at(-1)).toBeLessThanOrEqual(1)
  })
})
