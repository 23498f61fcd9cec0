// A lab on a data folder of its own, with the real worker threads, closed and deleted when the test has ended.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { inject, onTestFinished } from 'vitest'
import type { KernelName } from '#core/contract/kernels.ts'
import type { Result } from '#core/contract/operations.ts'
import type { RunFrame, RunState, RunSummary } from '#core/contract/runs.ts'
import { DEFAULT_TEXT_OPTIONS, defaultTrainingSettings, type TrainingSettings } from '#core/contract/settings.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { createLab } from '#lab/lab.ts'
import { until } from '#lab/runs/until.ts'

export const RESOURCES_FOLDER = resolve(import.meta.dirname, '../../../resources')

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'charscope-lab-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A lab that the caller closes. */
export function makeLab(
  dataFolder: string,
  workersFolder = inject('workersFolder'),
  kernel: KernelName = 'fused',
): Promise<Lab> {
  return createLab({
    kernel,
    front: 'cli',
    version: '0.0.0',
    dataFolder,
    resourcesFolder: RESOURCES_FOLDER,
    workersFolder,
  })
}

export async function openLab(
  dataFolder = temporaryFolder(),
  workersFolder = inject('workersFolder'),
  kernel: KernelName = 'fused',
): Promise<Lab> {
  const lab = await makeLab(dataFolder, workersFolder, kernel)
  onTestFinished(() => lab.close())
  return lab
}

/** A lab that all tests of a group share, on a data folder that goes with it. */
export async function sharedLab(): Promise<{ lab: Lab; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'charscope-lab-'))
  const lab = await makeLab(folder)
  const close = async (): Promise<void> => {
    await lab.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { lab, close }
}

/** The value of a result that must be one. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.parameters)}`)
  return result.value
}

export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'no error' : result.error.code
}

export function textFile(content: string | Uint8Array, name = 'text.txt'): string {
  const file = join(temporaryFolder(), name)
  writeFileSync(file, content)
  return file
}

export function settings(changes: Partial<TrainingSettings> = {}): TrainingSettings {
  return { ...defaultTrainingSettings(), hiddenSize: 16, iterations: 300, ...changes }
}

export function startOn(
  lab: Lab,
  datasetId: string,
  changes: Partial<TrainingSettings> = {},
): Promise<Result<RunSummary>> {
  return lab.call('runs.start', { datasetId, options: DEFAULT_TEXT_OPTIONS, settings: settings(changes) })
}

export async function startOnPatterns(lab: Lab, changes: Partial<TrainingSettings> = {}): Promise<RunSummary> {
  return valueOf(await startOn(lab, 'patterns', changes))
}

export async function summaryOf(lab: Lab, runId: string): Promise<RunSummary> {
  const run = valueOf(await lab.call('runs.list', {})).find(({ id }) => id === runId)
  if (!run) throw new Error(`no run ${runId}`)
  return run
}

/** Waits until the run is in one of the states, as the lab's own events tell. */
export async function reaches(lab: Lab, runId: string, ...states: RunState[]): Promise<RunSummary> {
  let run = await summaryOf(lab, runId)
  const end = lab.on('runs.changed', (runs) => (run = runs.find(({ id }) => id === runId) ?? run))
  await until(() => states.includes(run.state) || run.state === 'failed', 15_000)
  end()
  if (!states.includes(run.state)) throw new Error(`the run is ${run.state}, not ${states.join(' or ')}`)
  return summaryOf(lab, runId)
}

export function collectFrames(lab: Lab): RunFrame[] {
  const frames: RunFrame[] = []
  lab.on('runs.frame', (next) => frames.push(...next))
  return frames
}
