// The flags of the commands that ask what a network is in after a prompt, which they cannot do without.
import type { FlagTable } from './flags.ts'
import { PROMPT_FLAGS } from './prompt-flags.ts'

export const ANALYSED_PROMPT_FLAGS = {
  prompt: PROMPT_FLAGS.prompt,
  'feed-last-twice': PROMPT_FLAGS['feed-last-twice'],
} as const satisfies FlagTable
