// The settings of a training run: one table from which the schema, the form in the window and the flags of the
// terminal are made. What each setting means to a reader is in the locales, under `settings.<name>`.
import { z } from 'zod'

export interface SettingRange {
  default: number
  minimum: number
  maximum: number
  integer: boolean
}

/** Ranges and defaults (the report's values). Lengths are in characters, `sampleEvery` and `iterations` in iterations. */
export const NUMBER_SETTINGS = {
  hiddenSize: { default: 100, minimum: 1, maximum: 2048, integer: true },
  sequenceLength: { default: 25, minimum: 1, maximum: 1000, integer: true },
  learningRate: { default: 0.1, minimum: 1e-6, maximum: 100, integer: false },
  temperature: { default: 1, minimum: 0.01, maximum: 100, integer: false },
  clip: { default: 5, minimum: 1e-6, maximum: 1e6, integer: false },
  seed: { default: 0, minimum: 0, maximum: 2 ** 32 - 1, integer: true },
  iterations: { default: 10_000, minimum: 1, maximum: 2_000_000_000, integer: true },
  sampleEvery: { default: 100, minimum: 0, maximum: 2_000_000_000, integer: true },
  /** 0 saves none at intervals. */
  snapshotEvery: { default: 1000, minimum: 0, maximum: 2_000_000_000, integer: true },
  /** Streams that are read side by side, the text cut into so many parts; 1 is the report's way. */
  batch: { default: 1, minimum: 1, maximum: 256, integer: true },
  /** Of the processor; 0 takes as many as there are and as the batch can use. The numbers do not depend on it. */
  threads: { default: 0, minimum: 0, maximum: 64, integer: true },
  sampleLength: { default: 200, minimum: 1, maximum: 10_000, integer: true },
  /** Share of the text, at its end, that is not trained on, so that the network can be tested on it; 0 for none. */
  heldOutShare: { default: 0, minimum: 0, maximum: 0.5, integer: false },
} as const satisfies Record<string, SettingRange>

/** The temperature of a text that is only written: 0 takes the likeliest character every time. */
export const SAMPLING_TEMPERATURE = { ...NUMBER_SETTINGS.temperature, minimum: 0 } as const satisfies SettingRange

export type NumberSetting = keyof typeof NUMBER_SETTINGS
export const NUMBER_SETTING_NAMES = Object.keys(NUMBER_SETTINGS) as NumberSetting[]

export const samplingTemperatureSchema = numberIn(SAMPLING_TEMPERATURE)

function numberIn(range: SettingRange): z.ZodNumber {
  const number = range.integer ? z.int() : z.number()
  return number.min(range.minimum).max(range.maximum)
}

const numberShape = Object.fromEntries(
  NUMBER_SETTING_NAMES.map((name) => [name, numberIn(NUMBER_SETTINGS[name])]),
) as Record<NumberSetting, z.ZodNumber>

export const GRADIENTS = ['average', 'sum'] as const

export const trainingSettingsSchema = z.strictObject({
  ...numberShape,
  // Runs and snapshots of before there were these settings trained as their defaults say.
  heldOutShare: numberShape.heldOutShare.default(NUMBER_SETTINGS.heldOutShare.default),
  batch: numberShape.batch.default(NUMBER_SETTINGS.batch.default),
  threads: numberShape.threads.default(NUMBER_SETTINGS.threads.default),
  /** Temperature of the samples drawn while training; null for the run's own. `sampleEvery` 0 draws none. */
  sampleTemperature: numberIn(NUMBER_SETTINGS.temperature).nullable(),
  /** What becomes of the gradients of the streams of a batch. */
  gradients: z.enum(GRADIENTS).default('average'),
})

export type TrainingSettings = z.infer<typeof trainingSettingsSchema>

/** Those of a text; `bytes` is a character for every byte. */
export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16', 'bytes'] as const
export type Encoding = (typeof ENCODINGS)[number]
export const ENCODING_CHOICES = ['auto', ...ENCODINGS] as const
export const VOCABULARY_ORDERS = ['sorted', 'appearance'] as const

/** How the bytes of a file become characters, and in which order the vocabulary numbers them. */
export const textOptionsSchema = z.strictObject({
  encoding: z.enum(ENCODING_CHOICES),
  vocabularyOrder: z.enum(VOCABULARY_ORDERS),
})

export type TextOptions = z.infer<typeof textOptionsSchema>
export type VocabularyOrder = TextOptions['vocabularyOrder']

export const DEFAULT_TEXT_OPTIONS: TextOptions = { encoding: 'auto', vocabularyOrder: 'sorted' }

export function defaultTrainingSettings(): TrainingSettings {
  const numbers = Object.fromEntries(NUMBER_SETTING_NAMES.map((name) => [name, NUMBER_SETTINGS[name].default]))
  return trainingSettingsSchema.parse({ ...numbers, sampleTemperature: null })
}
