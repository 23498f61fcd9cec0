// How two snapshots of one shape differ, weight by weight.
import { euclideanNorm } from '#core/analysis/array-figures.ts'
import type { SnapshotComparison } from '#core/contract/snapshots.ts'
import type { Snapshot } from '#core/formats/snapshot.ts'
import { PARAMETERS, type ParameterName } from '#core/rnn/layout.ts'
import { LabError } from '../lab-error.ts'

const CHANGES_TOLD = 50

type Change = SnapshotComparison['changes'][number]

const sizeOf = ({ before, after }: Change): number => Math.abs(after - before)

function shapeName({ sizes }: Snapshot): string {
  return `H ${sizes.hiddenSize}, V ${sizes.vocabularySize}`
}

/** The entries that changed most, without sorting all of them. */
function largestChanges(name: ParameterName, columns: number, before: Float64Array, after: Float64Array): Change[] {
  const kept: Change[] = []
  let least = 0
  for (let i = 0; i < before.length; i++) {
    if (Math.abs(after[i]! - before[i]!) <= least) continue
    const [row, column] = [Math.floor(i / columns), i % columns]
    kept.push({ parameter: name, row, column, before: before[i]!, after: after[i]! })
    if (kept.length < 2 * CHANGES_TOLD) continue
    kept.sort((a, b) => sizeOf(b) - sizeOf(a)).length = CHANGES_TOLD
    least = sizeOf(kept[CHANGES_TOLD - 1]!)
  }
  return kept
}

/** @throws LabError when the two have different shapes */
export function comparisonOf(before: Snapshot, after: Snapshot): SnapshotComparison {
  const { sizes } = before
  const isSameShape = sizes.hiddenSize === after.sizes.hiddenSize && sizes.vocabularySize === after.sizes.vocabularySize
  if (!isSameShape) {
    throw new LabError('snapshots-incomparable', { before: shapeName(before), after: shapeName(after) })
  }
  const sides = { ...sizes, one: 1 }
  const changes: Change[] = []
  const parameters = PARAMETERS.map(({ name, columns }) => {
    const [old, young] = [before.parameters[name], after.parameters[name]]
    const difference = young.map((value, i) => value - old[i]!)
    const [distance, size] = [euclideanNorm(difference), euclideanNorm(old)]
    changes.push(...largestChanges(name, sides[columns], old, young))
    const largestChange = difference.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0)
    return [name, { distance, relativeDistance: size === 0 ? null : distance / size, largestChange }] as const
  })
  return {
    parameters: Object.fromEntries(parameters) as SnapshotComparison['parameters'],
    changes: changes.sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, CHANGES_TOLD),
  }
}
