// A run's state as a snapshot, and a snapshot as a run's state.
import { KERNELS, type KernelName } from '#core/contract/kernels.ts'
import type { RunSummary } from '#core/contract/runs.ts'
import {
  defaultTrainingSettings,
  ENCODINGS,
  trainingSettingsSchema,
  VOCABULARY_ORDERS,
  type Encoding,
  type TrainingSettings,
  type VocabularyOrder,
} from '#core/contract/settings.ts'
import type { Snapshot } from '#core/formats/snapshot.ts'
import { parameterViews } from '#core/rnn/layout.ts'
import { initialSmoothLoss } from '#core/rnn/smooth-loss.ts'
import { RandomState } from '#core/random/random-state.ts'
import { runStateLength, runStateViews, TOTALS, type StateSizes } from '#core/training/run-state.ts'
import { requireAgreement, type ResumeChanges } from './resume-changes.ts'

/** What of a run goes into its snapshots besides its state. */
export type SavedRun = Pick<RunSummary, 'settings' | 'text' | 'kernel'>

/** A state as a run can be started from it. */
export interface ResumableState {
  /** As the snapshot has them: `settings` may ask for another number of streams. */
  sizes: StateSizes
  /** (runStateLength): see runStateViews. */
  values: Float64Array
  /** (V): the code point of every index. */
  codePoints: number[]
  settings: TrainingSettings
  /** What computed it; null where no run of the lab did. */
  kernel: KernelName | null
  /** How the text is read: as it was, or as it is asked for where the file does not say. */
  encoding: Encoding | 'auto'
  vocabularyOrder: VocabularyOrder
  /** The text's identity in the lab; null where the file does not say. */
  datasetId: string | null
  datasetSha256: string | null
}

/** @param values the run's state in one array, as runStateViews has it */
export function snapshotOfRun(
  values: Float64Array,
  codePoints: number[],
  { settings, text, kernel }: SavedRun,
): Snapshot {
  const { hiddenSize, batch } = settings
  const sizes = { hiddenSize, batch, vocabularySize: codePoints.length }
  const { totals, generator, parameters, adagradMemory, hprev } = runStateViews(values, sizes)
  return {
    sizes,
    parameters,
    adagradMemory: parameterViews(adagradMemory, sizes),
    vocabulary: { codePoints, encoding: text.encoding === 'bytes' ? 'bytes' : 'utf-8' },
    dataSize: text.characters,
    resume: {
      iteration: totals[TOTALS.iteration]!,
      position: totals[TOTALS.position]!,
      smoothLoss: totals[TOTALS.smoothLoss]!,
      hprev: Array.from({ length: batch }, (_, stream) => hprev.slice(stream * hiddenSize, (stream + 1) * hiddenSize)),
      hyperparameters: {
        ...settings,
        kernel,
        secondsTrained: totals[TOTALS.secondsTrained]!,
        encoding: text.encoding,
        vocabularyOrder: text.vocabularyOrder,
        datasetId: text.datasetId,
      },
      datasetName: text.fileName,
      datasetSha256: text.sha256,
      generator,
    },
    extras: new Map(),
  }
}

/** The settings that the snapshot holds; the report's where it holds none, as the course's does not. */
export function settingsOf({ sizes, resume }: Snapshot): TrainingSettings {
  const defaults = { ...defaultTrainingSettings(), hiddenSize: sizes.hiddenSize }
  const held = Object.entries(resume?.hyperparameters ?? {}).filter(([name]) => name in trainingSettingsSchema.shape)
  const parsed = trainingSettingsSchema.safeParse({ ...defaults, ...Object.fromEntries(held) })
  return parsed.success ? { ...parsed.data, hiddenSize: sizes.hiddenSize } : defaults
}

/**
 * What a run needs to go on from a snapshot; one that is not the lab's begins at iteration 0 with its parameters.
 *
 * @throws LabError when a change contradicts what the snapshot fixes
 */
export function resumableState(snapshot: Snapshot, changes: ResumeChanges = {}): ResumableState {
  requireAgreement(snapshot, changes)
  const { parameters, adagradMemory, vocabulary, resume } = snapshot
  const ownSettings = settingsOf(snapshot)
  const settings = { ...ownSettings, ...changes.settings }
  const sizes = { ...snapshot.sizes, batch: ownSettings.batch }
  const values = new Float64Array(runStateLength(sizes))
  const state = runStateViews(values, sizes)
  const memory = parameterViews(state.adagradMemory, sizes)
  for (const name of Object.keys(parameters) as (keyof typeof parameters)[]) {
    state.parameters[name].set(parameters[name])
    if (adagradMemory) memory[name].set(adagradMemory[name])
  }
  state.totals[TOTALS.smoothLoss] = initialSmoothLoss(sizes.vocabularySize, settings.sequenceLength)
  if (resume) {
    const { secondsTrained } = resume.hyperparameters
    // It is told per sequence.
    state.totals[TOTALS.smoothLoss] = resume.smoothLoss * (settings.sequenceLength / ownSettings.sequenceLength)
    state.totals[TOTALS.secondsTrained] = typeof secondsTrained === 'number' ? secondsTrained : 0
    state.totals[TOTALS.iteration] = resume.iteration
    state.totals[TOTALS.position] = resume.position
    for (const [stream, h] of resume.hprev.slice(0, sizes.batch).entries()) state.hprev.set(h, stream * h.length)
    state.generator.words.set(resume.generator.words)
    state.generator.gauss.set(resume.generator.gauss)
  } else new RandomState(state.generator).seed(settings.seed)

  const { datasetId, encoding, vocabularyOrder, kernel } = resume?.hyperparameters ?? {}
  return {
    sizes,
    values,
    codePoints: vocabulary.codePoints,
    settings,
    kernel: resume && (KERNELS.find((name) => name === kernel) ?? 'reference'),
    encoding: ENCODINGS.find((one) => one === encoding) ?? changes.text?.encoding ?? 'auto',
    vocabularyOrder: VOCABULARY_ORDERS.find((order) => order === vocabularyOrder) ?? 'sorted',
    datasetId: typeof datasetId === 'string' ? datasetId : null,
    datasetSha256: resume?.datasetSha256 ?? null,
  }
}
