// The parts of the data folder, as they are shown and deleted. docs/data-folder.md says what lies in each file.

export const STORAGE_PARTS = ['runs', 'snapshots', 'texts', 'temperatures', 'preferences'] as const
export type StoragePart = (typeof STORAGE_PARTS)[number]

export interface StoragePartSummary {
  part: StoragePart
  files: number
  bytes: number
  /** Where it lies, below the data folder. */
  names: readonly string[]
}
