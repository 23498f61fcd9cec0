// The lab of this process, as the terminal opens it.
import { resolve } from 'node:path'
import { labOptions } from '#lab/application.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { createLab } from '#lab/lab.ts'

/** @param dataFolder null for the folder that all fronts share */
export async function openLab(dataFolder: string | null): Promise<Lab> {
  const options = labOptions('cli')
  return await createLab(dataFolder === null ? options : { ...options, dataFolder: resolve(dataFolder) })
}
