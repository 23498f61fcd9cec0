// The lab of this process, open for as long as a command works with it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import type { KernelName } from '#core/contract/kernels.ts'
import type { Result } from '#core/contract/operations.ts'
import { labOptions } from '#lab/application.ts'
import { errorValueOf, LabError, systemCodeOf } from '#lab/lab-error.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { createLab } from '#lab/lab.ts'
import { EndRequest } from './end-request.ts'
import { refuse } from './refusals.ts'
import type { Terminal } from './terminal.ts'

/** Answers the exit code. */
type LabWork = (lab: Lab) => Promise<number>

interface Opening {
  /** null for the folder that all fronts share. */
  dataFolder: string | null
  /** The fastest kernel to use. */
  kernel?: KernelName
}

async function openLab({ dataFolder, kernel = 'fused' }: Opening): Promise<Result<Lab>> {
  const options = { ...labOptions('cli'), kernel }
  try {
    const lab = await createLab(dataFolder === null ? options : { ...options, dataFolder: resolve(dataFolder) })
    return { ok: true, value: lab }
  } catch (error) {
    return { ok: false, error: errorValueOf(error) }
  }
}

/** Does `work` with a lab and closes it. */
export async function withLab(terminal: Terminal, opening: Opening, work: LabWork): Promise<number> {
  const lab = await openLab(opening)
  if (!lab.ok) return refuse(terminal, lab.error)
  try {
    return await work(lab.value)
  } finally {
    await lab.value.close()
  }
}

function makeTemporaryFolder(): Result<string> {
  try {
    return { ok: true, value: mkdtempSync(join(tmpdir(), 'charscope-')) }
  } catch (error) {
    const { value } = new LabError('folder-unwritable', { folder: tmpdir(), detail: systemCodeOf(error) })
    return { ok: false, error: value }
  }
}

/**
 * The same for commands that work on files alone: a lab on a data folder of its own, which is gone when `work` has ended
 * or the user asked for an end. The runs and snapshots of the shared folder are neither read nor touched.
 */
export async function withTemporaryLab(terminal: Terminal, work: LabWork): Promise<number> {
  const folder = makeTemporaryFolder()
  if (!folder.ok) return refuse(terminal, folder.error)
  const clearAway = (): void => rmSync(folder.value, { recursive: true, force: true })
  const end = new EndRequest(terminal)
  end.onRequest(() => {
    clearAway()
    process.exit(end.exitCode ?? undefined)
  })
  try {
    return await withLab(terminal, { dataFolder: folder.value }, work)
  } finally {
    end.dispose()
    clearAway()
  }
}
