// What the lab tells about one network writing at several temperatures at once: the comparison, its panes, what they
// write, and the sweep that asks which temperature suits the text best.
import { z } from 'zod'
import type { TextReference } from '../analysis/temperature-match.ts'
import type { TextStatistics } from '../analysis/text-statistics.ts'
import type { ErrorValue } from './errors.ts'
import { NUMBER_SETTINGS, samplingTemperatureSchema, type SettingRange } from './settings.ts'
import { PROMPT_LIMIT } from './snapshots.ts'

export const FIRST_TEMPERATURES = [0.5, 1, 2, 5] as const
export const PANES_LIMIT = 12
/** A pane's text has no end; so many of its last characters can be read, and its statistics are theirs. */
export const KEPT_CHARACTERS = 8000
/** The most characters that one answer holds. */
export const CHUNK_LIMIT = 2000

export const SAMPLING_RANGES = {
  topK: { default: 10, minimum: 1, maximum: 4096, integer: true },
  topP: { default: 0.9, minimum: 0.001, maximum: 1, integer: false },
  charactersPerSecond: { default: 40, minimum: 1, maximum: 100_000, integer: true },
  refreshSeconds: { default: 5, minimum: 1, maximum: 3600, integer: true },
} as const satisfies Record<string, SettingRange>

export const LAYOUTS = ['panes', 'windows'] as const
export const COLOURINGS = ['plain', 'surprise', 'rank'] as const
export type Colouring = (typeof COLOURINGS)[number]

const identifier = z.string().min(1).max(400)

function optional(name: keyof typeof SAMPLING_RANGES): z.ZodNullable<z.ZodNumber> {
  const { minimum, maximum, integer } = SAMPLING_RANGES[name]
  return (integer ? z.int() : z.number()).min(minimum).max(maximum).nullable()
}

/** The network that writes: a snapshot, or a run as it trains. */
export const networkSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('snapshot'), snapshotId: identifier }),
  z.strictObject({ kind: z.literal('run'), runId: identifier }),
])
export type NetworkSource = z.infer<typeof networkSourceSchema>

/** What all panes have in common. */
export const comparisonSettingsSchema = z.strictObject({
  /** Empty: starts from the newline where the vocabulary has one, else from its first character. */
  prompt: z.string().max(PROMPT_LIMIT),
  seed: z.int().min(NUMBER_SETTINGS.seed.minimum).max(NUMBER_SETTINGS.seed.maximum),
  /** Null for all characters. */
  topK: optional('topK'),
  topP: optional('topP'),
  /** Of each pane; null for as fast as can be. */
  charactersPerSecond: optional('charactersPerSecond'),
  /** How often a live run's parameters are taken anew; null for only when asked. */
  refreshSeconds: optional('refreshSeconds'),
  /** The text whose words are looked up; null for none. */
  datasetId: identifier.nullable(),
  layout: z.enum(LAYOUTS),
  colouring: z.enum(COLOURINGS),
})
export type ComparisonSettings = z.infer<typeof comparisonSettingsSchema>

export const paneSchema = z.strictObject({
  id: z.uuid(),
  temperature: samplingTemperatureSchema,
  playing: z.boolean(),
})
export type Pane = z.infer<typeof paneSchema>

export const comparisonSchema = z.strictObject({
  source: networkSourceSchema,
  /** Of the network that writes now. */
  network: z.strictObject({
    title: z.string(),
    /** Null where the file does not tell. */
    iteration: z.int().nullable(),
    hiddenSize: z.int(),
    vocabularySize: z.int(),
    isLive: z.boolean(),
  }),
  settings: comparisonSettingsSchema,
  panes: z.array(paneSchema).max(PANES_LIMIT),
  /** Counts up when all panes begin again. */
  epoch: z.int(),
})
export type Comparison = z.infer<typeof comparisonSchema>

/** With `playing`, starts or pauses all panes. */
export const comparisonChangeSchema = comparisonSettingsSchema.partial().extend({ playing: z.boolean().optional() })
export const openComparisonSchema = z.strictObject({ source: networkSourceSchema })
export const newPaneSchema = paneSchema.pick({ temperature: true })
export const onePaneSchema = z.strictObject({ paneId: paneSchema.shape.id })
export const paneChangeSchema = z.strictObject({
  paneId: paneSchema.shape.id,
  temperature: paneSchema.shape.temperature.optional(),
  playing: z.boolean().optional(),
})

/** Reads a pane's text from a position on; what is not written yet is written now, as far as the pane's speed allows. */
export const writtenRequestSchema = z.strictObject({
  paneId: paneSchema.shape.id,
  epoch: z.int(),
  from: z.int().min(0),
  limit: z.int().min(1).max(CHUNK_LIMIT),
})
export type WrittenRequest = z.infer<typeof writtenRequestSchema>

/** A place in a pane's text from which on something else holds. */
export type PaneMark = { position: number } & (
  { kind: 'temperature'; temperature: number } | { kind: 'network'; iteration: number | null }
)

/** Of the kept characters since the temperature last changed. */
export interface PaneStatistics extends TextStatistics {
  characters: number
  /** Mean entropy of the distributions that the characters were drawn from. */
  entropyBits: number | null
}

/** Some of a pane's characters, one value a character: what each was drawn from, temperature and truncation included. */
export interface Written {
  epoch: number
  /** Position of the first character; greater than asked when those before are not kept any more. */
  start: number
  /** One code point each. */
  characters: string
  probabilities: number[]
  ranks: number[]
  entropies: number[]
  /** The likeliest characters, most likely first, the same number for each character, one after the other. */
  alternatives: string
  alternativeProbabilities: number[]
  /** All that still lie in the kept text. */
  marks: PaneMark[]
  /** Characters that the pane has written. */
  length: number
  statistics: PaneStatistics | null
}

/** The character that is pointed at, in whichever pane, so that all can show the same position. */
export const pointedSchema = z.strictObject({ paneId: paneSchema.shape.id, position: z.int().min(0) }).nullable()
export type Pointed = z.infer<typeof pointedSchema>

/** What the terminal asks of a snapshot file. */
export interface TemperatureRequest {
  temperatures: readonly number[]
  prompt: string
  length: number
  seed: number
  /** The text to compare with; null for none. */
  datasetId: string | null
}

/** What a network writes at one temperature, and what can be counted in it. */
export interface TemperatureReport extends TextStatistics {
  temperature: number
  text: string
  /** Mean entropy while reading the beginning of the text to compare with; without one, while writing. */
  entropyBits: number
  entropyWhileWritingBits: number
}

/** The statistics of what is written at one temperature of a sweep. */
export interface SweepPoint extends PaneStatistics {
  temperature: number
  /** From the text's own statistics, see temperature-match.ts; null without a text. */
  distance: number | null
}

/** The same network at many temperatures one after the other, in the background. */
export interface Sweep {
  state: 'running' | 'finished' | 'stopped'
  network: Comparison['network']
  /** The text with which it is compared; null for none, or for one that is too short. */
  datasetId: string | null
  reference: TextReference | null
  /** Characters that are written at each temperature. */
  length: number
  temperatures: readonly number[]
  /** What is done, in the order of the temperatures. */
  points: SweepPoint[]
  /** Why it was stopped before its end, when nobody stopped it. */
  failure: ErrorValue | null
}
