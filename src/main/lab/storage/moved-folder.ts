// The data folder in another place than the system's own: a note in that place says where. Moving copies everything,
// checks the copy, and only then writes the note, so that at every moment one of the two is whole and in force.
import { constants, readFileSync } from 'node:fs'
import { access, cp, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { z } from 'zod'
import { LabError, systemCodeOf } from '../lab-error.ts'
import { DATA_NAMES } from './data-storage.ts'
import { writeJsonFile } from './json-file.ts'
import { patiently } from './patiently.ts'

const NOTE = 'moved-to.json'
/** `from` is where files still lie that were moved away. */
const noteSchema = z.strictObject({ folder: z.string().min(1), from: z.string().optional() })

/** The folder in force: the one that the note in `place` names, or `place` itself. */
export function folderInForce(place: string): string {
  return readNote(place)?.folder ?? place
}

/** Synchronous, since nothing can begin before the folder is known. */
function readNote(place: string): z.infer<typeof noteSchema> | null {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(join(place, NOTE), 'utf8')))
  } catch {
    return null
  }
}

function isInside(folder: string, outer: string): boolean {
  const path = relative(outer, folder)
  return path === '' || (!path.startsWith('..') && path !== resolve(path))
}

/** Throws unless `folder` is a new or empty one that can be written. */
async function requireFresh(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
  } catch (error) {
    throw new LabError('folder-unwritable', { folder, detail: systemCodeOf(error) })
  }
  if ((await readdir(folder)).length > 0) throw new LabError('folder-not-empty', { folder })
}

/** Every file below a folder with its length. */
async function contentsOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const sizes = await Promise.all(files.map(async (file) => `${relative(folder, file)} ${(await stat(file)).size}`))
  return sizes.sort().join('\n')
}

async function copyAll(from: string, to: string): Promise<void> {
  for (const name of DATA_NAMES) {
    const [source, copy] = [join(from, name), join(to, name)]
    const status = await stat(source).catch(() => null)
    if (!status) continue
    await cp(source, copy, { recursive: true, errorOnExist: true, force: false, preserveTimestamps: true })
    if (status.isDirectory() && (await contentsOf(source)) !== (await contentsOf(copy))) {
      throw new LabError('folder-unwritable', { folder: to, detail: 'the copy differs' })
    }
  }
}

/**
 * Moves the lab's files from the folder in force to `folder`. Nothing may train meanwhile. The old files stay until
 * `finishMove` is called, once a lab has been opened on the new folder.
 *
 * @param place the system's own place for the data, where the note is kept
 * @throws LabError when `folder` will not do or the copy failed; the data are in force where they were, then
 */
export async function moveData(place: string, folder: string): Promise<void> {
  const from = folderInForce(place)
  const to = resolve(folder)
  if (isInside(to, from)) throw new LabError('folder-inside', { folder: to })
  await requireFresh(to)
  try {
    await copyAll(from, to)
    await mkdir(place, { recursive: true })
    await writeJsonFile(join(place, NOTE), { folder: to, from })
  } catch (error) {
    await removeData(to)
    if (error instanceof LabError) throw error
    throw new LabError('folder-unwritable', { folder: to, detail: systemCodeOf(error) })
  }
}

/** Deletes what the last move left where it came from. Once a lab has been opened on the folder in force. */
export async function finishMove(place: string): Promise<void> {
  const note = readNote(place)
  if (!note?.from || note.from === note.folder) return
  await removeData(note.from)
  await writeJsonFile(join(place, NOTE), { folder: note.folder })
}

async function removeData(folder: string): Promise<void> {
  for (const name of DATA_NAMES) await patiently(() => rm(join(folder, name), { recursive: true, force: true }))
}
