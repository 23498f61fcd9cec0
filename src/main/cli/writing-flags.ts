// The flags of every command that lets a network write.
import { NUMBER_SETTINGS } from '#core/contract/settings.ts'
import { COMPLETION_LIMIT } from '#core/contract/snapshots.ts'
import type { FlagTable } from './flags.ts'

export const WRITING_FLAGS = {
  length: {
    kind: 'number',
    range: { minimum: 1, maximum: COMPLETION_LIMIT, integer: true },
    default: 400,
    meaning: { en: 'characters to write', zh: '要写的字符数' },
  },
  seed: {
    kind: 'number',
    range: NUMBER_SETTINGS.seed,
    default: NUMBER_SETTINGS.seed.default,
    meaning: { en: 'as in numpy.random.seed(N)', zh: '与 numpy.random.seed(N) 相同' },
  },
} as const satisfies FlagTable
