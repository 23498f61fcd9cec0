// The small network of test/fixtures/rnn/completions.json.
import { parameterViews, type NetworkSizes, type Parameters } from '#core/rnn/layout.ts'
import { readFixture } from '../training/fixtures.ts'

export function smallNetwork(): { parameters: Parameters; sizes: NetworkSizes } {
  const { hiddenSize, vocabularySize, parameters } = readFixture<NetworkSizes & { parameters: number[] }>(
    'completions.json',
  )
  const sizes = { hiddenSize, vocabularySize }
  return { parameters: parameterViews(Float64Array.from(parameters), sizes), sizes }
}
