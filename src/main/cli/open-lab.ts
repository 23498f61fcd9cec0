// The lab of this process, as the terminal opens it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { KernelName } from '#core/contract/kernels.ts'
import type { Result } from '#core/contract/operations.ts'
import { labOptions } from '#lab/application.ts'
import { errorValueOf } from '#lab/lab-error.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { createLab } from '#lab/lab.ts'
import { EndRequest } from './end-request.ts'
import { refuse } from './refusals.ts'
import type { Terminal } from './terminal.ts'

/**
 * @param dataFolder null for the folder that all fronts share
 * @param kernel the fastest kernel to use
 */
export async function openLab(dataFolder: string | null, kernel: KernelName = 'fused'): Promise<Result<Lab>> {
  const options = { ...labOptions('cli'), kernel }
  try {
    const lab = await createLab(dataFolder === null ? options : { ...options, dataFolder: resolve(dataFolder) })
    return { ok: true, value: lab }
  } catch (error) {
    return { ok: false, error: errorValueOf(error) }
  }
}

/**
 * For commands that only read files: a lab on a data folder of its own, which is gone when `work` has ended or the user
 * asked for an end. The runs and snapshots of the shared folder are neither read nor touched.
 *
 * @param work answers the exit code
 */
export async function withTemporaryLab(terminal: Terminal, work: (lab: Lab) => Promise<number>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'charscope-'))
  const clearAway = (): void => rmSync(folder, { recursive: true, force: true })
  const end = new EndRequest(terminal)
  end.onRequest(() => {
    clearAway()
    process.exit(end.exitCode ?? undefined)
  })
  try {
    const lab = await openLab(folder)
    if (!lab.ok) return refuse(terminal, lab.error)
    try {
      return await work(lab.value)
    } finally {
      await lab.value.close()
    }
  } finally {
    end.dispose()
    clearAway()
  }
}
