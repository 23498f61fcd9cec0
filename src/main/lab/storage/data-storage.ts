// How much the data folder holds, and deleting a part of it. How a part is deleted is the work of those who keep it.
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { STORAGE_PARTS, type StoragePart, type StoragePartSummary } from '#core/contract/storage.ts'

/** What lies in the data folder under which name. */
const NAMES: Record<StoragePart, readonly string[]> = {
  runs: ['runs'],
  snapshots: ['snapshots'],
  texts: ['texts', 'recent-texts.json'],
  temperatures: ['temperatures.json'],
  preferences: ['preferences.json'],
}

/** Everything that the lab keeps, by its name in the data folder. */
export const DATA_NAMES: readonly string[] = Object.values(NAMES).flat()

export type Clearing = Record<StoragePart, () => Promise<void>>

/** Files and bytes below a path; nothing for what is not there, or goes while it is counted. */
async function sizeOf(path: string): Promise<{ files: number; bytes: number }> {
  const status = await stat(path).catch(() => null)
  if (status?.isFile()) return { files: 1, bytes: status.size }
  const total = { files: 0, bytes: 0 }
  if (!status?.isDirectory()) return total
  for (const name of await readdir(path).catch(() => [])) {
    const { files, bytes } = await sizeOf(join(path, name))
    total.files += files
    total.bytes += bytes
  }
  return total
}

export class DataStorage {
  readonly #folder: string
  readonly #clearing: Clearing

  constructor(dataFolder: string, clearing: Clearing) {
    this.#folder = dataFolder
    this.#clearing = clearing
  }

  describe(): Promise<StoragePartSummary[]> {
    return Promise.all(STORAGE_PARTS.map((part) => this.#describe(part)))
  }

  async clear(part: StoragePart): Promise<StoragePartSummary[]> {
    await this.#clearing[part]()
    return this.describe()
  }

  async #describe(part: StoragePart): Promise<StoragePartSummary> {
    const names = NAMES[part]
    const sizes = await Promise.all(names.map((name) => sizeOf(join(this.#folder, name))))
    const files = sizes.reduce((sum, size) => sum + size.files, 0)
    const bytes = sizes.reduce((sum, size) => sum + size.bytes, 0)
    return { part, files, bytes, names }
  }
}
