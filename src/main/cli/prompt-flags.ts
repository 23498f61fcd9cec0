// The flags of every command that lets a network read a prompt.
import type { FlagTable } from './flags.ts'

export const PROMPT_FLAGS = {
  prompt: {
    kind: 'text',
    placeholder: 'TEXT',
    default: '',
    meaning: {
      en: 'what the network reads first; \\n, \\t, \\xNN, \\uNNNN and \\\\ are understood',
      zh: '网络先读的文本；可用 \\n、\\t、\\xNN、\\uNNNN 和 \\\\',
    },
  },
  'feed-last-twice': {
    kind: 'switch',
    meaning: {
      en: 'feed the last character of the prompt again, as the report does',
      zh: '再次输入提示的最后一个字符，与报告的做法相同',
    },
  },
  'skip-unknown': {
    kind: 'switch',
    meaning: {
      en: 'leave out characters that the network does not know',
      zh: '略去网络不认识的字符',
    },
  },
} as const satisfies FlagTable
