// Which processes have this data folder open. Several may: what each trains is its own, and files are replaced whole.
// But what is changed in both at once is as the later one left it, so each is told of the other.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { processLives } from './process-lives.ts'

const FOLDER = 'open-in'

export class FolderUsers {
  readonly #folder: string

  /** Enters this process. @throws the system's error when the folder cannot be written */
  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, FOLDER)
    mkdirSync(this.#folder, { recursive: true })
    writeFileSync(join(this.#folder, String(process.pid)), '')
  }

  /** How many other processes have the folder open; those that ended without a word are cleared away. */
  others(): number {
    const names = readdirSync(this.#folder).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    const alive = new Set(names.filter((name) => processLives(Number(name))))
    for (const name of names) if (!alive.has(name)) this.#clear(name)
    return alive.size
  }

  /** This process is done with the folder. */
  leave(): void {
    this.#clear(String(process.pid))
  }

  #clear(name: string): void {
    try {
      rmSync(join(this.#folder, name), { force: true })
    } catch {
      // A disk that takes nothing any more keeps the mark, which counts for nothing once its process is gone.
    }
  }
}
