// What the lab remembers for its user, and what it says of itself.
import { z } from 'zod'
import type { KernelName } from './kernels.ts'
import type { SettingRange } from './settings.ts'

export const THEMES = ['system', 'light', 'dark'] as const
export const LANGUAGES = ['system', 'en', 'zh'] as const

export const AUTOSAVE_SECONDS = { default: 4, minimum: 2, maximum: 600, integer: true } as const satisfies SettingRange
export const TRAINING_THREADS = { default: 16, minimum: 1, maximum: 64, integer: true } as const satisfies SettingRange

export const preferencesSchema = z.strictObject({
  theme: z.enum(THEMES),
  language: z.enum(LANGUAGES),
  lossUnit: z.enum(['natsPerSequence', 'natsPerCharacter', 'bitsPerCharacter']),
  logarithmicIterations: z.boolean(),
  /** Holds the system's sleep off while a run trains; only the desktop can. */
  keepAwake: z.boolean(),
  /** The latest state of a run that trains is saved every so many seconds. */
  autosaveSeconds: z.int().min(AUTOSAVE_SECONDS.minimum).max(AUTOSAVE_SECONDS.maximum),
  /** Runs that may train at the same time, each in a thread of its own. */
  trainingThreads: z.int().min(TRAINING_THREADS.minimum).max(TRAINING_THREADS.maximum),
  /** Asks at every start whether there is a new version: all that ever goes over a network. */
  lookForUpdates: z.boolean(),
  /** The first tour was taken or skipped. */
  tourDone: z.boolean(),
})

export type Preferences = z.infer<typeof preferencesSchema>

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  language: 'system',
  lossUnit: 'natsPerSequence',
  logarithmicIterations: false,
  keepAwake: false,
  autosaveSeconds: AUTOSAVE_SECONDS.default,
  trainingThreads: TRAINING_THREADS.default,
  lookForUpdates: false,
  tourDone: false,
}

/** The newest version that is published. */
export interface NewestVersion {
  version: string
  /** Whether this one is older. */
  isNewer: boolean
}

export interface LabDescription {
  version: string
  /** The page where new versions are published; null where this build does not know of one. */
  releasePage: string | null
  front: 'desktop' | 'web' | 'cli'
  /** Node's name of the system: 'linux', 'darwin', 'win32'. */
  platform: string
  dataFolder: string
  /** Other processes that have the data folder open. */
  sharedWith: number
  /** What runs here, by name. */
  versions: Readonly<Record<string, string>>
  /** Hardware threads that the system offers. */
  processors: number
  /** What computes a run's iterations here. */
  kernel: KernelName
}
