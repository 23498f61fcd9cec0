// What the lab says about what a network expects and why: after a prompt, and after a character over all contexts of a
// text. Probabilities are by vocabulary index wherever an array has one value an outcome.
import { z } from 'zod'
import { NUMBER_SETTINGS, samplingTemperatureSchema } from './settings.ts'
import { PROMPT_LIMIT } from './snapshots.ts'
import { networkSourceSchema } from './temperatures.ts'

const identifier = z.string().min(1).max(400)
const index = z.int().min(0)

/** A text as a network reads it, the state carried from its start. Later questions about it are answered from memory. */
export const readingSchema = z.strictObject({
  source: networkSourceSchema,
  datasetId: identifier,
  /** Only so many of the text's first characters; null for all of it. A live run is read anew each time it has changed. */
  limit: z.int().min(2).nullable(),
})
export type ReadingRequest = z.infer<typeof readingSchema>

/** Long work has a name of the front's own making, by which its progress is told and by which it is cancelled. */
export const jobSchema = z.strictObject({ jobId: z.string().min(1).max(100) })
export const readTextSchema = readingSchema.extend(jobSchema.shape)

/** The network that answered; a live run's has the iteration that its answer is of. */
export interface AnalysedNetwork {
  iteration: number | null
  hiddenSize: number
  /** The character of every index. */
  vocabulary: string[]
  /** Name of the parameters' state: the same name, the same answers. */
  key: string
}

export interface PastMattersRow {
  character: string
  occurrences: number
  /** I_c = H(mean of p) - mean of H(p). */
  bits: number
  meanEntropyBits: number
  /** Share of the contexts in which the likeliest character came. */
  accuracy: number
}

export interface TextReadingSummary {
  network: AnalysedNetwork
  /** Characters that were read and followed by another. */
  characters: number
  natsPerCharacter: number
  /** Characters of the text that the network does not know; they were left out. */
  unknown: { count: number; characters: string[] }
  /** Every character that occurs, the one after which the past matters most first. */
  pastMatters: PastMattersRow[]
  seconds: number
}

export const CONTEXT_SOURCES = ['text', 'empty', 'model'] as const
export const TARGET_LIMIT = 100
/** Contexts that are drawn from the network itself. */
export const MODEL_CONTEXTS = 500

/** The contexts of a character, or of a string that ends with it. */
const contextsSchema = readingSchema.extend({
  target: z.string().min(1).max(TARGET_LIMIT),
  /** From every place in the text; from h = 0; or from states in which the network itself wrote the target. */
  contexts: z.enum(CONTEXT_SOURCES),
  /** Of the states that the network itself writes. */
  seed: z.int().min(NUMBER_SETTINGS.seed.minimum).max(NUMBER_SETTINGS.seed.maximum),
})
export type ContextsRequest = z.infer<typeof contextsSchema>

export const followsSchema = contextsSchema.extend({
  /** The two outcomes whose probabilities are told for every context. */
  outcomes: z.tuple([z.string().min(1).max(2), z.string().min(1).max(2)]),
})

/** Over the contexts, of one outcome's probability. */
export interface FollowsDistribution {
  mean: number
  standardDeviation: number
  /** At 5, 25, 50, 75 and 95 % of the contexts, as numpy.quantile has them. */
  quantiles: number[]
}

/** The contexts after which the same outcome truly came. */
export interface FollowsGroup {
  outcome: number
  count: number
  /** (V) */
  means: number[]
}

export interface Follows {
  network: AnalysedNetwork
  /** All occurrences in the text; `contexts` of them, evenly chosen, are the ones that all else is about. */
  occurrences: number
  contexts: number
  outcomes: FollowsDistribution[]
  groups: FollowsGroup[]
  /** (V): what truly followed in the text. */
  textCounts: number[]
  /** Kullback and Leibler's divergence in bits: what is lost when the network is taken for the text, and the reverse. */
  divergence: { ofModelFromText: number; ofTextFromModel: number | null } | null
  /** Share of the contexts in which the likeliest outcome came, and what always guessing the most frequent one gets. */
  accuracy: number | null
  baseRate: number | null
  pastMattersBits: number
  /** One value a context: the two outcomes' probabilities, the place in the text, what truly followed (an index). */
  points: { x: number[]; y: number[]; positions: number[]; followed: number[] }
}

export const contextSchema = contextsSchema.extend({ context: index })

export interface ContextDetail {
  /** What stands before the target in the text, the target included, and what follows it; empty where there is no text. */
  before: string
  after: string
  /** (V) */
  probabilities: number[]
}

export const CONTRAST_ROUTES = ['character', 'output', 'history'] as const
export type ContrastRoute = (typeof CONTRAST_ROUTES)[number]

const outcomeSet = z.array(z.string().min(1).max(2)).max(4096)
/** Which outcomes are set against which; 'rest' stands for all others. */
export const contrastShape = { for: outcomeSet, against: z.union([outcomeSet, z.literal('rest')]) }
export const contrastRequestSchema = contextsSchema.extend({ ...contrastShape, route: z.enum(CONTRAST_ROUTES) })
export const hopRequestSchema = contextsSchema.extend({ ...contrastShape, unit: index })
export type ContrastSets = { for: string[]; against: string[] | 'rest' }

export interface ContrastRow {
  unit: number
  /** Wxh[unit, target's last character]. */
  Wxh: number
  /** Mean of Why[o, unit] over the outcomes of each side. */
  WhyFor: number
  WhyAgainst: number
  /** Mean over the contexts, and how much it varies. */
  effect: number
  standardDeviation: number
}

export interface ContrastExplanation {
  network: AnalysedNetwork
  contexts: number
  /** Indices of the outcomes on either side. */
  for: number[]
  against: number[]
  /** Mean logit of one side minus that of the other, mean over the contexts. */
  contrast: number
  /** What the contrast loses when all that the route is about is removed, measured; the effects add up to it. */
  total: number
  sumOfEffects: number
  /** The part of the contrast that is no unit's: by, for the route through the output weights. */
  bias: number
  /** All units, the one with the greatest effect first. */
  rows: ContrastRow[]
}

/** One weight Whh[unit, v] of the history's way to a unit. */
export interface ContrastPart {
  /** v */
  unit: number
  weight: number
  /** Its share of the unit's effect; the shares add up. */
  effect: number
  /** What removing this weight alone changes. */
  removal: number
}

export const CHANGED_PARAMETERS = ['Wxh', 'Whh', 'Why', 'bh', 'by'] as const
export const WEIGHT_CHANGES_LIMIT = 100_000

export const weightChangeSchema = z.strictObject({
  parameter: z.enum(CHANGED_PARAMETERS),
  row: index,
  column: index,
  value: z.number(),
})
export type WeightChange = z.infer<typeof weightChangeSchema>

export const knockOutSchema = contextsSchema.extend({
  changes: z.array(weightChangeSchema).max(WEIGHT_CHANGES_LIMIT),
})
/** The same with the weights changed at every step, so that the whole text is read again. */
export const knockOutEverywhereSchema = knockOutSchema.extend(jobSchema.shape)

export interface KnockOut {
  /** (V): mean probabilities over the contexts. */
  before: number[]
  after: number[]
}

export const RANDOM_DRAWS = 100
export const randomKnockOutSchema = contextsSchema.extend({
  count: z.int().min(1).max(NUMBER_SETTINGS.hiddenSize.maximum),
  drawSeed: contextsSchema.shape.seed,
})

/** Over draws of as many weights of the same column of Wxh; (V) each. */
export interface RandomKnockOut {
  draws: number
  mean: number[]
  low: number[]
  high: number[]
}

export const REMOVAL_RANKINGS = ['effect', 'gradientTimesInput', 'magnitude', 'rawActivation'] as const
export type RemovalRanking = (typeof REMOVAL_RANKINGS)[number]
export const REMOVALS_LIMIT = 60
export const removalCurvesSchema = contextsSchema.extend({
  ...contrastShape,
  outcomes: z.array(z.string().min(1).max(2)).min(1).max(4),
  most: z.int().min(1).max(REMOVALS_LIMIT),
})

export interface RemovalCurve {
  ranking: RemovalRanking
  /** Units in the order in which their weight Wxh[u, c] is removed. */
  units: number[]
  /** By number removed, from none: the mean probability of each outcome that was asked about. */
  probabilities: number[][]
}

const promptShape = {
  source: networkSourceSchema,
  prompt: z.string().min(1).max(PROMPT_LIMIT),
  /** The report's decoder is fed the last character a second time. */
  feedLastTwice: z.boolean(),
  /** Leaves out characters that the network does not know, as the report does; else they are an error. */
  skipUnknown: z.boolean(),
}
/** Characters of a prompt that are told one by one. */
export const PROMPT_STEPS_LIMIT = 500
export const nextSchema = z.strictObject({ ...promptShape, temperature: samplingTemperatureSchema })

export interface PromptStepTold {
  /** Index of the character that was read. */
  character: number
  /** -log2 of the probability that it had; null for the first. */
  surpriseBits: number | null
  /** (V) */
  probabilities: number[]
  /** (H) */
  h: number[]
  /** Units with abs(h) > 0.5. */
  activeUnits: number
}

export interface NextCharacter {
  network: AnalysedNetwork
  /** The prompt's last characters, PROMPT_STEPS_LIMIT at most, each as a step. */
  steps: PromptStepTold[]
  skipped: string[]
}

export const masksSchema = z.strictObject({
  ...promptShape,
  /** Of abs(h), and of an outcome's probability. */
  threshold: z.number().min(0).max(1),
})

export interface Masks {
  /** Units active before and after the prompt's last character. */
  before: number[]
  after: number[]
  /** Indices of the outcomes. */
  outcomes: number[]
  /** Weights under the masks: Whh[after, before], Why[outcomes, after]. */
  counts: { Whh: number; Why: number }
}

export interface MasksTold extends Masks {
  network: AnalysedNetwork
  skipped: string[]
}

export const maskedWeightsSchema = masksSchema.extend({
  parameter: z.enum(['Whh', 'Why']),
  /** Weights to leave out at the beginning, row by row. */
  from: index,
  limit: z.int().min(1).max(100_000),
})

export interface MaskedWeight {
  row: number
  column: number
  value: number
}

/** Jobs that are running, with the share that is done, 0..1. */
export type AnalysisProgress = { jobId: string; done: number }[]
