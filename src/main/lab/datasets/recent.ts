// The texts that the user opened before: a list kept in the data folder, and copies of those that came as bytes.
import { createHash } from 'node:crypto'
import { mkdir, rm, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { z } from 'zod'
import { writeFileAtomically } from '../storage/atomic-file.ts'
import { readJsonFile, writeJsonFile } from '../storage/json-file.ts'
import type { DatasetEntry } from './bundled.ts'

const RECENT_LIMIT = 20

const recentSchema = z.array(
  z.strictObject({ id: z.string(), kind: z.enum(['file', 'imported']), fileName: z.string(), path: z.string() }),
)
type Recent = z.infer<typeof recentSchema>[number]

export class RecentDatasets {
  readonly #listFile: string
  readonly #copiesFolder: string
  #recent: Recent[] = []

  constructor(dataFolder: string) {
    this.#listFile = join(dataFolder, 'recent-texts.json')
    this.#copiesFolder = join(dataFolder, 'texts')
  }

  async load(): Promise<void> {
    this.#recent = (await readJsonFile(this.#listFile, recentSchema)) ?? []
  }

  /** The latest first, each looked up on the disk. */
  list(): Promise<DatasetEntry[]> {
    return Promise.all(this.#recent.map(entryOf))
  }

  async find(id: string): Promise<DatasetEntry | null> {
    const recent = this.#recent.find((candidate) => candidate.id === id)
    return recent ? entryOf(recent) : null
  }

  /** A text by its path, not yet in the list. */
  file(path: string): Promise<DatasetEntry> {
    const absolute = resolve(path)
    return entryOf({ id: `file-${hashOf(absolute)}`, kind: 'file', fileName: basename(absolute), path: absolute })
  }

  /** Keeps a copy of `bytes`, not yet in the list; the same bytes under the same name are one text. */
  async copy(name: string, bytes: Uint8Array): Promise<DatasetEntry> {
    const fileName = basename(name.replaceAll('\\', '/')) || 'text.txt'
    const hash = hashOf(fileName, bytes)
    const path = join(this.#copiesFolder, `${hash}.txt`)
    await mkdir(this.#copiesFolder, { recursive: true })
    await writeFileAtomically(path, bytes)
    return entryOf({ id: `imported-${hash}`, kind: 'imported', fileName, path })
  }

  /** Puts a text at the head of the list. */
  async add({ summary, path }: DatasetEntry): Promise<void> {
    const { id, fileName } = summary
    const kind = summary.kind === 'imported' ? 'imported' : 'file'
    const others = this.#recent.filter((candidate) => candidate.id !== id)
    await this.#replace([{ id, kind, fileName, path }, ...others])
  }

  async forget(id: string): Promise<void> {
    await this.#replace(this.#recent.filter((candidate) => candidate.id !== id))
  }

  /** Deletes a copy that `copy` made and that turned out to be no text. */
  async discard({ summary, path }: DatasetEntry): Promise<void> {
    const isListed = this.#recent.some(({ id }) => id === summary.id)
    if (summary.kind === 'imported' && !isListed) await rm(path, { force: true })
  }

  async #replace(list: Recent[]): Promise<void> {
    const kept = list.slice(0, RECENT_LIMIT)
    const dropped = this.#recent.filter(({ id, kind }) => kind === 'imported' && !kept.some((other) => other.id === id))
    this.#recent = kept
    await writeJsonFile(this.#listFile, kept)
    for (const { path } of dropped) await rm(path, { force: true })
  }
}

function hashOf(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex').slice(0, 32)
}

async function entryOf({ id, kind, fileName, path }: Recent): Promise<DatasetEntry> {
  const available = await stat(path).then(
    () => true,
    () => false,
  )
  const location = kind === 'file' ? path : null
  return { path, summary: { id, kind, fileName, location, available, bundled: null } }
}
