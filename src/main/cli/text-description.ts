// The line about the text that `charscope train` opens with.
import type { DatasetDescription } from '#core/contract/datasets.ts'
import type { Language } from '#core/contract/errors.ts'
import { formatNumber } from './localised.ts'
import { messageText } from './messages.ts'

export function describeText(text: DatasetDescription, language: Language): string {
  const { crlf } = text.lineBreaks
  const count = formatNumber(crlf, language)
  return messageText('text-opened', language, {
    file: text.dataset.fileName,
    characters: formatNumber(text.characters, language),
    unique: formatNumber(text.counts.length, language),
    encoding: text.encoding,
    lineBreaks: crlf > 0 ? messageText('windows-line-breaks', language, { count }) : '',
  })
}
