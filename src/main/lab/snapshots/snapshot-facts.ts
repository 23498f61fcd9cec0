// What a snapshot's content tells of it: for its place in the library, and for its description.
import type { SnapshotDescription, SnapshotSummary } from '#core/contract/snapshots.ts'
import { arrayFigures, memoryFigures } from '#core/analysis/array-figures.ts'
import type { Snapshot } from '#core/formats/snapshot.ts'
import { parameterCount, PARAMETERS, type ParameterName, type Parameters } from '#core/rnn/layout.ts'
import { settingsOf } from './run-snapshot.ts'

const HISTOGRAM_BINS = 60

export type SnapshotFacts = Pick<
  SnapshotSummary,
  | 'hiddenSize'
  | 'vocabulary'
  | 'parameterCount'
  | 'iteration'
  | 'smoothLoss'
  | 'sequenceLength'
  | 'dataset'
  | 'dataSize'
  | 'hasAdagradMemory'
>

export type SnapshotFigures = Omit<SnapshotDescription, 'snapshot'>

export function factsOf(snapshot: Snapshot): SnapshotFacts {
  const { sizes, vocabulary, resume, dataSize, adagradMemory } = snapshot
  return {
    hiddenSize: sizes.hiddenSize,
    vocabulary: String.fromCodePoint(...vocabulary.codePoints),
    parameterCount: parameterCount(sizes),
    iteration: resume?.iteration ?? null,
    smoothLoss: resume?.smoothLoss ?? null,
    sequenceLength: resume ? settingsOf(snapshot).sequenceLength : null,
    dataset: resume?.datasetName ?? null,
    dataSize,
    hasAdagradMemory: adagradMemory !== null,
  }
}

export function figuresOf(snapshot: Snapshot): SnapshotFigures {
  const { sizes, parameters, adagradMemory, resume, extras } = snapshot
  const sides = { ...sizes, one: 1 }
  function figuresOfAll<Figures>(
    arrays: Parameters,
    figures: (values: Float64Array, shape: [number, number], bins: number) => Figures,
  ): Record<ParameterName, Figures> {
    const all = PARAMETERS.map(({ name, rows, columns }) => [
      name,
      figures(arrays[name], [sides[rows], sides[columns]], HISTOGRAM_BINS),
    ])
    return Object.fromEntries(all) as Record<ParameterName, Figures>
  }
  return {
    parameters: figuresOfAll(parameters, arrayFigures),
    adagradMemory: adagradMemory && figuresOfAll(adagradMemory, memoryFigures),
    settings: resume ? settingsOf(snapshot) : null,
    otherMembers: [...extras.keys()],
  }
}
