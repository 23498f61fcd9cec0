// The user's preferences, one small file in the data folder.
import { join } from 'node:path'
import { DEFAULT_PREFERENCES, preferencesSchema, type Preferences } from '#core/contract/preferences.ts'
import { readJsonFile, writeJsonFile } from './storage/json-file.ts'

export class PreferenceStore {
  readonly #file: string
  #preferences: Preferences = DEFAULT_PREFERENCES

  constructor(dataFolder: string) {
    this.#file = join(dataFolder, 'preferences.json')
  }

  async load(): Promise<void> {
    const saved = await readJsonFile(this.#file, preferencesSchema.partial())
    this.#preferences = { ...DEFAULT_PREFERENCES, ...withoutUndefined(saved ?? {}) }
  }

  get preferences(): Preferences {
    return this.#preferences
  }

  async change(changes: ChangedPreferences): Promise<Preferences> {
    this.#preferences = { ...this.#preferences, ...withoutUndefined(changes) }
    await writeJsonFile(this.#file, this.#preferences)
    return this.#preferences
  }

  /** Back to what they were before anything was chosen. */
  reset(): Promise<Preferences> {
    return this.change(DEFAULT_PREFERENCES)
  }
}

type ChangedPreferences = { [Name in keyof Preferences]?: Preferences[Name] | undefined }

function withoutUndefined(changes: ChangedPreferences): Partial<Preferences> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
}
