// Files that are either the old or the new one, whatever is killed at whatever moment.
import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { patiently } from './patiently.ts'

/** Writes to a temporary name beside `path`, flushes to the disk and renames. */
export async function writeFileAtomically(path: string, data: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(data)
      await file.sync()
    } finally {
      await file.close()
    }
    await patiently(() => rename(temporary, path))
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
