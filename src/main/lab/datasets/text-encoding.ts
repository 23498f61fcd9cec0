// How a text is read for a network that may have learned from another one.
import type { TextOptions } from '#core/contract/settings.ts'

/** The text that a network learned from, where it is known, and how that was read. */
export interface LearnedText {
  datasetId: string | null
  encoding: TextOptions['encoding']
}

/** Its own text is read as it was; another in whichever encoding it is, unless the network's characters are bytes. */
export function encodingFor(datasetId: string, learned: LearnedText): TextOptions['encoding'] {
  if (datasetId === learned.datasetId) return learned.encoding
  return learned.encoding === 'bytes' ? 'bytes' : 'auto'
}
