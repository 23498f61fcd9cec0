// What the lab tells about a training run: its summary, its history and its samples.
import type { ErrorValue } from './errors.ts'
import type { KernelName } from './kernels.ts'
import type { Encoding, TrainingSettings, VocabularyOrder } from './settings.ts'

/** `queued` waits for a processor to be free. `interrupted` is a run whose process ended without a word; it was found so at a later start. */
export const RUN_STATES = [
  'queued',
  'starting',
  'training',
  'paused',
  'stopped',
  'finished',
  'failed',
  'interrupted',
] as const
export type RunState = (typeof RUN_STATES)[number]

export interface RunText {
  datasetId: string
  fileName: string
  encoding: Encoding
  vocabularyOrder: VocabularyOrder
  /** Length of the text and number of distinct characters in it. */
  characters: number
  vocabularySize: number
  sha256: string
}

/** Mean loss at temperature 1 on the part of the text that is not trained on. */
export interface HeldOutLoss {
  iteration: number
  natsPerCharacter: number
}

export interface RunSummary {
  id: string
  name: string
  /** ISO 8601, UTC. */
  createdAt: string
  text: RunText
  settings: TrainingSettings
  state: RunState
  /** Why the run failed; null in every other state. */
  failure: ErrorValue | null
  /** Iterations done; the target is `settings.iterations`. */
  iteration: number
  /** Nats per sequence; null before the first iteration. */
  loss: number | null
  smoothLoss: number | null
  gradientNorm: number | null
  /** Share of gradient entries that were clipped, 0..1. */
  clippedShare: number | null
  parameterNorm: number | null
  /** Seconds spent training, pauses not counted. */
  seconds: number
  /** Over about the last second; 0 when not training. */
  iterationsPerSecond: number
  parameterCount: number
  samples: number
  /** What the runs that were started together have in common; null for a run on its own. */
  series: string | null
  /** The newest of its losses on the text that was held out; null without one. */
  heldOut: HeldOutLoss | null
  /** What computes its iterations. */
  kernel: KernelName
  /** What computed those before the snapshot that it goes on from, where that was another kernel. */
  earlierKernel: KernelName | null
  /** True while the network is in memory, so that it can train on. */
  canContinue: boolean
}

/** The columns of a run's history, one value a row; losses in nats per sequence. */
export const HISTORY_COLUMNS = [
  'iteration', // the last iteration of the row
  'loss', // of that iteration alone
  'lossLow', // the least of the row's iterations
  'lossHigh', // the greatest of them
  'smoothLoss',
  'gradientNorm', // before clipping
  'clippedShare',
  'parameterNorm',
] as const
export type HistoryColumn = (typeof HISTORY_COLUMNS)[number]
export type History = Record<HistoryColumn, number[]>

export interface Sample {
  /** Position in the run's list of samples, from 0. */
  index: number
  iteration: number
  temperature: number
  text: string
}

/** What happened in one run since the last frame. */
export interface RunFrame {
  run: RunSummary
  /** New history rows. When `restart` is set the front was too slow for some: it should ask for the whole history. */
  rows: History
  restart: boolean
  /** The newest sample, when there is a new one. */
  sample: Sample | null
}
