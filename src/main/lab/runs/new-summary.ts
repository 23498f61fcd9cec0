// A run's summary as it is before its first iteration, and whether its text is long enough to have one.
import { randomUUID } from 'node:crypto'
import { extname } from 'node:path'
import type { KernelName } from '#core/contract/kernels.ts'
import type { RunSummary } from '#core/contract/runs.ts'
import type { TrainingSettings } from '#core/contract/settings.ts'
import { parameterCount } from '#core/rnn/layout.ts'
import type { OpenedText } from '../datasets/dataset-store.ts'
import { LabError } from '../lab-error.ts'
import { trainingLength } from './held-out-text.ts'

/** @throws LabError when a stream's part of the text is shorter than one sequence and the character after it */
export function newSummary(
  { dataset, description, codePoints }: OpenedText,
  settings: TrainingSettings,
  kernel: KernelName,
  series: string | null = null,
): RunSummary {
  const { sequenceLength, hiddenSize, batch } = settings
  const needed = batch * (sequenceLength + 1)
  const characters = trainingLength(description.characters, settings.heldOutShare)
  if (characters < needed) {
    const parameters = { file: dataset.fileName, characters, sequenceLength, batch, needed }
    throw new LabError(batch === 1 ? 'text-too-short' : 'text-too-short-for-batch', parameters)
  }
  const createdAt = new Date().toISOString()
  const { fileName } = dataset
  return {
    id: `${createdAt.replace(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}`,
    name: fileName.slice(0, fileName.length - extname(fileName).length),
    createdAt,
    text: {
      datasetId: dataset.id,
      fileName,
      encoding: description.encoding,
      vocabularyOrder: description.options.vocabularyOrder,
      characters: description.characters,
      vocabularySize: codePoints.length,
      sha256: description.sha256,
    },
    settings,
    state: 'starting',
    failure: null,
    iteration: 0,
    loss: null,
    smoothLoss: null,
    gradientNorm: null,
    clippedShare: null,
    parameterNorm: null,
    seconds: 0,
    iterationsPerSecond: 0,
    parameterCount: parameterCount({ hiddenSize, vocabularySize: codePoints.length }),
    samples: 0,
    series,
    heldOut: null,
    canContinue: true,
    kernel,
    earlierKernel: null,
  }
}
