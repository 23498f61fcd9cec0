// The lab of this process, as the terminal opens it.
import { resolve } from 'node:path'
import type { Result } from '#core/contract/operations.ts'
import { labOptions } from '#lab/application.ts'
import { errorValueOf } from '#lab/lab-error.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { createLab } from '#lab/lab.ts'

/** @param dataFolder null for the folder that all fronts share */
export async function openLab(dataFolder: string | null): Promise<Result<Lab>> {
  const options = labOptions('cli')
  try {
    const lab = await createLab(dataFolder === null ? options : { ...options, dataFolder: resolve(dataFolder) })
    return { ok: true, value: lab }
  } catch (error) {
    return { ok: false, error: errorValueOf(error) }
  }
}
