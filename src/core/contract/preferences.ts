// What the lab remembers for its user, and what it says of itself.
import { z } from 'zod'

export const THEMES = ['system', 'light', 'dark'] as const
export const LANGUAGES = ['system', 'en', 'zh'] as const

export const preferencesSchema = z.strictObject({
  theme: z.enum(THEMES),
  language: z.enum(LANGUAGES),
  lossUnit: z.enum(['natsPerSequence', 'natsPerCharacter', 'bitsPerCharacter']),
  logarithmicIterations: z.boolean(),
})

export type Preferences = z.infer<typeof preferencesSchema>

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  language: 'system',
  lossUnit: 'natsPerSequence',
  logarithmicIterations: false,
}

export interface LabDescription {
  version: string
  front: 'desktop' | 'web' | 'cli'
  /** Node's name of the system: 'linux', 'darwin', 'win32'. */
  platform: string
  dataFolder: string
  /** Hardware threads that the system offers. */
  processors: number
}
