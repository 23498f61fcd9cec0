// What the data folder holds, part by part, and deleting a part. Read anew whenever it is shown.
import { shallowRef } from 'vue'
import type { StoragePart, StoragePartSummary } from '#core/contract/storage.ts'
import type { Request } from '../lab/requests.ts'

export function createStorage(request: Request) {
  const parts = shallowRef<StoragePartSummary[]>([])

  async function load(): Promise<void> {
    parts.value = (await request('storage.describe', {})) ?? parts.value
  }

  async function clear(part: StoragePart): Promise<void> {
    parts.value = (await request('storage.clear', { part })) ?? parts.value
  }

  return { parts, load, clear }
}
