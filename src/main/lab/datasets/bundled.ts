// The texts that come with the lab, from resources/datasets.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { bundledDatasetSchema, type DatasetSummary } from '#core/contract/datasets.ts'

/** A dataset and where its bytes are. */
export interface DatasetEntry {
  summary: DatasetSummary
  path: string
}

/** @throws when the application's own table is missing or damaged */
export async function readBundledDatasets(resourcesFolder: string): Promise<DatasetEntry[]> {
  const folder = join(resourcesFolder, 'datasets')
  const table: unknown = JSON.parse(await readFile(join(folder, 'datasets.json'), 'utf8'))
  return z
    .array(bundledDatasetSchema)
    .parse(table)
    .map(({ id, file, ...bundled }) => ({
      path: join(folder, file),
      summary: { id, kind: 'bundled', fileName: file, location: null, available: true, bundled },
    }))
}
