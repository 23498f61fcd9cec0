// The runs that earlier sessions left in the data folder. A run that says it is training while nobody writes it any
// more was interrupted.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunSummary } from '#core/contract/runs.ts'
import { processLives } from '../storage/process-lives.ts'
import { runFiles, readRunFile, type RunFiles } from './run-folder.ts'
import { RunRecord } from './run-record.ts'

/** A process that trains writes run.json every 5 seconds; one that is silent for longer than this is not training it. */
const SILENCE_MS = 20_000

export class PastRun {
  readonly summary: RunSummary
  readonly #files: RunFiles
  readonly #written: Promise<void>
  #record: Promise<RunRecord> | null = null

  /** @param written resolves when the last of the run is in its folder */
  constructor(summary: RunSummary, files: RunFiles, written: Promise<void> = Promise.resolve()) {
    this.summary = summary
    this.#files = files
    this.#written = written
  }

  /** History and samples, read from the folder when they are first asked for. */
  get record(): Promise<RunRecord> {
    return (this.#record ??= this.#written.then(() => RunRecord.load(this.#files)))
  }
}

async function readPastRun(folder: string): Promise<PastRun | null> {
  const files = runFiles(folder)
  const content = await readRunFile(files)
  if (!content) return null
  const { run, process: owner, ageMs } = content
  const saysActive = ['queued', 'starting', 'training', 'paused'].includes(run.state)
  if (saysActive && owner !== process.pid && ageMs < SILENCE_MS && processLives(owner)) return null
  const ended = { canContinue: false, iterationsPerSecond: 0 }
  if (!saysActive) return new PastRun({ ...run, ...ended }, files)
  return new PastRun({ ...(await asFarAsItCame(run, files)), ...ended, state: 'interrupted' }, files)
}

const ROW_FIGURES = ['loss', 'smoothLoss', 'gradientNorm', 'clippedShare', 'parameterNorm'] as const

/** Brings a summary up to its history, which is written more often than run.json. */
async function asFarAsItCame(run: RunSummary, files: RunFiles): Promise<RunSummary> {
  const { history } = await RunRecord.load(files)
  const last = history.iteration.length - 1
  const iteration = (history.iteration[last] ?? -1) + 1
  if (iteration <= run.iteration) return run
  return { ...run, iteration, ...Object.fromEntries(ROW_FIGURES.map((name) => [name, history[name][last]!])) }
}

/** The runs in `folder`, without those that another process is training and those whose run.json cannot be read. */
export async function findPastRuns(folder: string): Promise<PastRun[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name))
  return (await Promise.all(folders.map(readPastRun))).filter((run) => run !== null)
}
