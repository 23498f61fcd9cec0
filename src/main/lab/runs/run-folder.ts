// The folder of one run: run.json, metrics.jsonl, samples.jsonl, held-out.jsonl. Every file can be cut off at any moment and still opens.
import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { ERROR_MESSAGES, type ErrorCode } from '#core/contract/errors.ts'
import { KERNELS } from '#core/contract/kernels.ts'
import { HISTORY_COLUMNS, RUN_STATES, type RunSummary } from '#core/contract/runs.ts'
import { ENCODINGS, trainingSettingsSchema, VOCABULARY_ORDERS } from '#core/contract/settings.ts'
import { readJsonFile, writeJsonFile } from '../storage/json-file.ts'
import type { HistoryRow } from './history.ts'

const figure = z.number().nullable()

export const heldOutSchema = z.object({ iteration: z.int(), natsPerCharacter: z.number() })

const runFileSchema = z.object({
  format: z.literal(1),
  /** The process that trains or trained it. */
  process: z.int(),
  run: z.object({
    id: z.string(),
    name: z.string(),
    createdAt: z.string(),
    text: z.object({
      datasetId: z.string(),
      fileName: z.string(),
      encoding: z.enum(ENCODINGS),
      vocabularyOrder: z.enum(VOCABULARY_ORDERS),
      characters: z.int(),
      vocabularySize: z.int(),
      sha256: z.string(),
    }),
    settings: trainingSettingsSchema,
    state: z.enum(RUN_STATES),
    failure: z
      .object({
        code: z.enum(Object.keys(ERROR_MESSAGES) as [ErrorCode, ...ErrorCode[]]),
        parameters: z.record(z.string(), z.union([z.string(), z.number()])),
      })
      .nullable(),
    iteration: z.int(),
    loss: figure,
    smoothLoss: figure,
    gradientNorm: figure,
    clippedShare: figure,
    parameterNorm: figure,
    seconds: z.number(),
    iterationsPerSecond: z.number(),
    parameterCount: z.int(),
    samples: z.int(),
    // Runs of before there were series and held-out texts have neither.
    series: z.string().nullable().default(null),
    heldOut: heldOutSchema.nullable().default(null),
    canContinue: z.boolean(),
    // Before there were kernels the reference trained.
    kernel: z.enum(KERNELS).default('reference'),
    earlierKernel: z.enum(KERNELS).nullable().default(null),
  }),
})

export const historyRowSchema = z.object(
  Object.fromEntries(HISTORY_COLUMNS.map((column) => [column, z.number()])) as Record<keyof HistoryRow, z.ZodNumber>,
)

export const sampleLineSchema = z.object({ iteration: z.int(), temperature: z.number(), text: z.string() })
export type SampleLine = z.infer<typeof sampleLineSchema>

export interface RunFiles {
  folder: string
  run: string
  metrics: string
  samples: string
  heldOut: string
}

export function runFiles(folder: string): RunFiles {
  return {
    folder,
    run: join(folder, 'run.json'),
    metrics: join(folder, 'metrics.jsonl'),
    samples: join(folder, 'samples.jsonl'),
    heldOut: join(folder, 'held-out.jsonl'),
  }
}

export async function makeRunFolder(files: RunFiles): Promise<void> {
  await mkdir(files.folder, { recursive: true })
}

export async function writeRunFile(files: RunFiles, run: RunSummary): Promise<void> {
  await writeJsonFile(files.run, { format: 1, process: process.pid, run })
}

/** A run as its folder has it, or null when there is none that can be read. */
export async function readRunFile(
  files: RunFiles,
): Promise<{ run: RunSummary; process: number; ageMs: number } | null> {
  const content = await readJsonFile(files.run, runFileSchema)
  if (!content) return null
  const status = await stat(files.run)
  return { run: content.run, process: content.process, ageMs: Date.now() - status.mtimeMs }
}
