// Going on from a prompt, against what NumPy draws (test/fixtures/rnn/make_completion_fixtures.py).
import { expect, it } from 'vitest'
import { allocateRandomStateMemory, RandomState } from '#core/random/random-state.ts'
import { complete } from '#core/rnn/completion.ts'
import { parameterViews, type NetworkSizes } from '#core/rnn/layout.ts'
import { networkStepsWith } from '#lab/kernel/network-step.ts'
import { describeEachKernel, readFixture } from '../training/fixtures.ts'

interface Fixture extends NetworkSizes {
  parameters: number[]
  cases: { prompt: number[]; temperature: number; seed: number; feedLastTwice: boolean; drawn: number[] }[]
}

const { parameters: values, cases, ...sizes } = readFixture<Fixture>('completions.json')
const parameters = parameterViews(Float64Array.from(values), sizes)

function seeded(seed: number): RandomState {
  const random = new RandomState(allocateRandomStateMemory())
  random.seed(seed)
  return random
}

describeEachKernel((kernel) => {
  const step = networkStepsWith(kernel)(parameters, sizes)

  it.each(cases)(
    'draws what NumPy draws after $prompt at temperature $temperature with seed $seed, fed twice: $feedLastTwice',
    ({ prompt, temperature, seed, feedLastTwice, drawn }) => {
      const random = seeded(seed)
      const ours = complete(step, sizes.hiddenSize, prompt, drawn.length, temperature, random, feedLastTwice)
      expect(Array.from(ours)).toEqual(drawn)
    },
  )

  it('takes one draw a character and none for the prompt', () => {
    const [random, other] = [seeded(1), seeded(1)]
    complete(step, sizes.hiddenSize, [0, 1, 2, 3], 10, 1, random, true)
    for (let n = 0; n < 10; n++) other.randomSample()
    expect(random.randomSample()).toBe(other.randomSample())
  })

  it('needs a character to begin with', () => {
    expect(() => complete(step, sizes.hiddenSize, [], 10, 1, seeded(0), false)).toThrow(RangeError)
  })
})
