// What the lab tells about snapshots: those that runs saved and those that were imported.
import { z } from 'zod'
import type { ParameterName } from '../rnn/layout.ts'
import { NUMBER_SETTINGS, samplingTemperatureSchema, type TrainingSettings } from './settings.ts'

const PARAMETER_NAMES = ['Wxh', 'Whh', 'Why', 'bh', 'by'] as const satisfies readonly ParameterName[]

/** Why a snapshot was saved; `latest` is the one that is replaced every few seconds while training. */
export const SNAPSHOT_REASONS = ['latest', 'interval', 'pause', 'stop', 'finish', 'request', 'imported'] as const
export type SnapshotReason = (typeof SNAPSHOT_REASONS)[number]

export interface SnapshotSummary {
  id: string
  /** The run that saved it; null for an imported file. */
  runId: string | null
  reason: SnapshotReason
  /** Given by the user, or the run's or the file's name. */
  title: string
  note: string
  /** ISO 8601, UTC. */
  createdAt: string
  /** Name of the file that it came from or is kept in. */
  fileName: string
  bytes: number
  hiddenSize: number
  /** The characters in the order of their indices; each is one code point. */
  vocabulary: string
  parameterCount: number
  /** Null where the file does not tell, as the course's does not. */
  iteration: number | null
  /** Nats a sequence; divide by sequenceLength for nats a character. */
  smoothLoss: number | null
  sequenceLength: number | null
  /** The text it was trained on, by name, and its length in characters. */
  dataset: string | null
  dataSize: number | null
  /** One line that the network wrote at about this time; null when none was drawn. */
  sampleLine: string | null
  /** True for the one with the least smooth loss of its run. */
  isBest: boolean
  hasAdagradMemory: boolean
}

/** Summary of the entries of one array; values are those of NumPy's mean, std, min, max and norm. */
export interface ArrayFigures {
  /** As NumPy prints it: (rows, columns). */
  shape: [rows: number, columns: number]
  mean: number
  standardDeviation: number
  minimum: number
  maximum: number
  /** Euclidean (Frobenius) norm. */
  norm: number
  /** Counts in equal bins from `minimum` to `maximum`. */
  histogram: number[]
}

/** Of an array of sums of squares, whose entries differ by powers of ten. */
export interface MemoryFigures extends ArrayFigures {
  /** The spread of numpy.log10 of the entries above zero; null when all are zero. */
  logarithms: Pick<ArrayFigures, 'minimum' | 'maximum' | 'histogram'> | null
  /** Entries without a logarithm: of weights that never had a gradient. */
  zeros: number
}

export interface SnapshotDescription {
  snapshot: SnapshotSummary
  parameters: Record<ParameterName, ArrayFigures>
  /** Null when the file has no Adagrad memories. */
  adagradMemory: Record<ParameterName, MemoryFigures> | null
  /** What it was trained with; null where the file does not tell. */
  settings: TrainingSettings | null
  /** Members of the file that are neither the course's nor the lab's; kept when it is exported. */
  otherMembers: string[]
}

/** A rectangle of an array, at most REGION_CELLS in each direction; larger ones are told in blocks. */
export interface SnapshotRegion {
  rowStart: number
  columnStart: number
  /** Rows and columns of the array that one cell stands for; 1 means exact values. */
  rowsPerCell: number
  columnsPerCell: number
  /** Cells row by row: the value, or the one of greatest magnitude in its block. */
  cells: number[][]
}

export const REGION_CELLS = 256
const index = z.int().min(0)
const identifier = z.string().min(1).max(400)

export const snapshotIdSchema = z.strictObject({ snapshotId: identifier })
export const snapshotIdsSchema = z.strictObject({ snapshotIds: z.array(identifier).min(1).max(10_000) })

export const regionRequestSchema = z.strictObject({
  snapshotId: identifier,
  parameter: z.enum(PARAMETER_NAMES),
  /** Which of the two: the parameters or their Adagrad memories. */
  source: z.enum(['parameters', 'adagradMemory']),
  rowStart: index,
  /** Exclusive. */
  rowEnd: index,
  columnStart: index,
  columnEnd: index,
})

export const PROMPT_LIMIT = 10_000
export const COMPLETION_LIMIT = 100_000

export const completionRequestSchema = z.strictObject({
  snapshotId: identifier,
  /** Empty: starts from the newline where the vocabulary has one, else from its first character. */
  prompt: z.string().max(PROMPT_LIMIT),
  length: z.int().min(1).max(COMPLETION_LIMIT),
  temperature: samplingTemperatureSchema,
  seed: z.int().min(NUMBER_SETTINGS.seed.minimum).max(NUMBER_SETTINGS.seed.maximum),
  /** The report's decoder feeds the prompt's last character a second time before it draws. */
  feedLastTwice: z.boolean(),
  /** Leaves out prompt characters that the vocabulary does not have, as the report does; else they are an error. */
  skipUnknown: z.boolean(),
})

/** The same in pieces, so that a long text can be read as it is written, and given up. */
export const writeRequestSchema = completionRequestSchema.extend({
  /** Characters that are known already. */
  from: z.int().min(0).max(COMPLETION_LIMIT),
})

export interface Completion {
  /** In answer to a request with `from`: what follows from there, at least one character, as far as was written. */
  text: string
  /** The prompt's characters that were left out, each once. */
  skipped: string[]
}

/** How far two snapshots of one shape are apart. */
export interface SnapshotComparison {
  parameters: Record<
    ParameterName,
    {
      /** Euclidean norm of the difference. */
      distance: number
      /** Divided by the norm of the array before; null where that is zero. */
      relativeDistance: number | null
      largestChange: number
    }
  >
  /** The entries that changed most over all five arrays, the greatest change first. */
  changes: { parameter: ParameterName; row: number; column: number; before: number; after: number }[]
}

export const comparisonRequestSchema = z.strictObject({ before: identifier, after: identifier })

export const resumeRequestSchema = z.strictObject({
  snapshotId: identifier,
  /** The new target, counted from iteration 0; by default the snapshot's own. */
  iterations: z.int().min(1).max(NUMBER_SETTINGS.iterations.maximum).optional(),
  /** A text with no other characters than the snapshot's; by default the one it was trained on. */
  datasetId: identifier.optional(),
})

export type CompletionRequest = z.infer<typeof completionRequestSchema>
export type WriteRequest = z.infer<typeof writeRequestSchema>
export type RegionRequest = z.infer<typeof regionRequestSchema>
export type ComparisonRequest = z.infer<typeof comparisonRequestSchema>

export const SNAPSHOT_FORMATS = ['npz', 'pkl'] as const
export type SnapshotFormat = (typeof SNAPSHOT_FORMATS)[number]

export const snapshotChangeSchema = z.strictObject({
  snapshotId: identifier,
  title: z.string().min(1).max(200).optional(),
  note: z.string().max(5000).optional(),
})
