// The gradient that backward() computes against central differences of the loss that forward() computes.
import { describe, expect, it } from 'vitest'
import { RandomState, allocateRandomStateMemory } from '#core/random/random-state.ts'
import { backward } from '#core/rnn/backward.ts'
import { forward } from '#core/rnn/forward.ts'
import { PARAMETERS, parameterCount, parameterViews } from '#core/rnn/layout.ts'
import { workspaceLength, workspaceViews } from '#core/rnn/workspace.ts'

const NETWORKS = [
  { hiddenSize: 5, vocabularySize: 7, sequenceLength: 6, temperature: 1 },
  { hiddenSize: 5, vocabularySize: 7, sequenceLength: 6, temperature: 2 },
  // Sizes around the blocks of four and two that the products are taken in.
  { hiddenSize: 8, vocabularySize: 4, sequenceLength: 9, temperature: 0.5 },
  { hiddenSize: 1, vocabularySize: 2, sequenceLength: 1, temperature: 1 },
  { hiddenSize: 3, vocabularySize: 9, sequenceLength: 4, temperature: 2 },
]

function smallNetwork({ hiddenSize, vocabularySize, sequenceLength }: (typeof NETWORKS)[number]) {
  const sizes = { hiddenSize, vocabularySize }
  const random = new RandomState(allocateRandomStateMemory())
  random.seed(hiddenSize * 100 + sequenceLength)
  const values = Float64Array.from({ length: parameterCount(sizes) }, () => random.randn() * 0.5)
  const gradientValues = new Float64Array(values.length)
  const workspace = workspaceViews(new Float64Array(workspaceLength(sizes, sequenceLength)), sizes, sequenceLength)
  for (let unit = 0; unit < hiddenSize; unit++) workspace.hs[0]![unit] = random.randn() * 0.3
  const indices = Array.from({ length: sequenceLength + 1 }, () => Math.floor(random.randomSample() * vocabularySize))
  return {
    values,
    gradientValues,
    parameters: parameterViews(values, sizes),
    gradients: parameterViews(gradientValues, sizes),
    workspace,
    inputs: indices.slice(0, -1),
    targets: indices.slice(1),
  }
}

/** Fourth-order central difference, whose error is far below the 1e-6 that is tested. */
function derivative(loss: (offset: number) => number): number {
  const step = 1e-3
  return (8 * (loss(step) - loss(-step)) - (loss(2 * step) - loss(-2 * step))) / (12 * step)
}

describe.each(NETWORKS)('H=$hiddenSize V=$vocabularySize T=$sequenceLength temperature=$temperature', (network) => {
  const { values, gradientValues, parameters, gradients, workspace, inputs, targets } = smallNetwork(network)
  forward(parameters, inputs, targets, network.temperature, workspace)
  backward(parameters, gradients, inputs, targets, network.temperature, workspace)
  const analytic = gradientValues.slice()

  it.each(PARAMETERS)('every entry of d$name', ({ name }) => {
    const start = parameters[name].byteOffset / Float64Array.BYTES_PER_ELEMENT
    for (let entry = start; entry < start + parameters[name].length; entry++) {
      const value = values[entry]!
      const numerical = derivative((offset) => {
        values[entry] = value + offset
        return forward(parameters, inputs, targets, network.temperature, workspace)
      })
      values[entry] = value
      const difference = Math.abs(numerical - analytic[entry]!)
      const scale = Math.max(Math.abs(numerical), Math.abs(analytic[entry]!), 1e-3)
      expect(difference / scale, `${name} entry ${entry - start}`).toBeLessThan(1e-6)
    }
  })
})
