// Reading a file that a user named: whatever it is, it answers soon, and says what is wrong with it.
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { LabError, systemCodeOf } from '../lab-error.ts'

/** Opening a named pipe must not wait for ever for somebody to write into it; Windows has no such flag. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

const REFUSALS: Record<string, 'file-missing' | 'file-is-folder'> = {
  ENOENT: 'file-missing',
  ENOTDIR: 'file-missing',
  EISDIR: 'file-is-folder',
}

/**
 * The bytes of a file.
 *
 * @param requireSize throws when a file of so many bytes is too large, before it is read
 * @throws LabError when it is missing, a folder, no regular file or may not be read
 */
export async function readRegularFile(
  path: string,
  fileName: string,
  requireSize: (bytes: number) => void,
): Promise<Uint8Array> {
  try {
    const file = await open(path, OPEN_FLAGS)
    try {
      const status = await file.stat()
      if (status.isDirectory()) throw new LabError('file-is-folder', { file: fileName })
      if (!status.isFile()) throw new LabError('file-unreadable', { file: fileName, detail: 'not a regular file' })
      requireSize(status.size)
      return await file.readFile()
    } finally {
      await file.close()
    }
  } catch (error) {
    const code = systemCodeOf(error)
    // Only the system's own errors have such a code; the others say already what is wrong.
    if (!/^E[A-Z0-9]+$|^ERR_/.test(code)) throw error
    throw new LabError(REFUSALS[code] ?? 'file-unreadable', { file: fileName, detail: code })
  }
}
