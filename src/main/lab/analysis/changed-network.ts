// Networks with some weights set to other values.
import type { WeightChange } from '#core/contract/analysis.ts'
import { parameterShape, type NetworkSizes, type Parameters } from '#core/rnn/layout.ts'
import { LabError } from '../lab-error.ts'
import type { Network } from '../networks/network.ts'

/** @throws LabError that names the first weight which the network does not have */
export function requireWeights(changes: readonly WeightChange[], sizes: NetworkSizes): void {
  for (const { parameter, row, column } of changes) {
    const [rows, columns] = parameterShape(parameter, sizes)
    if (row >= rows || column >= columns) {
      throw new LabError('weight-unknown', {
        weight: `${parameter}[${row}, ${column}]`,
        shape: `(${rows}, ${columns})`,
      })
    }
  }
}

/** A copy with the changes made. @throws LabError when it has no such weight */
export function withChanges(network: Network, changes: readonly WeightChange[]): Network {
  requireWeights(changes, network.sizes)
  const copies = Object.entries(network.parameters).map(([name, values]) => [name, values.slice()] as const)
  const parameters = Object.fromEntries(copies) as Parameters
  for (const { parameter, row, column, value } of changes) {
    const [, columns] = parameterShape(parameter, network.sizes)
    parameters[parameter][row * columns + column] = value
  }
  return { ...network, parameters }
}
