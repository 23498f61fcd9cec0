// The line about the text that `charscope train` opens with, and about the network when that is not a new one.
import type { DatasetDescription } from '#core/contract/datasets.ts'
import type { Language } from '#core/contract/errors.ts'
import type { RunSummary } from '#core/contract/runs.ts'
import { formatNumber, localisedText, type Localised } from './localised.ts'
import { messageText } from './messages.ts'

const RESUMED: Localised = {
  en: 'going on from iteration {iteration} of {snapshot}: {hidden} hidden units, {unique} characters; {file}: {characters} characters, read as {encoding}',
  zh: '从 {snapshot} 的第 {iteration} 次迭代继续：{hidden} 个隐藏单元，{unique} 种字符；{file}：{characters} 个字符，按 {encoding} 读取',
}

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

export function describeResumed(
  { iteration, settings, text }: RunSummary,
  snapshot: string,
  language: Language,
): string {
  return localisedText(RESUMED, language, {
    snapshot,
    iteration: formatNumber(iteration, language),
    hidden: formatNumber(settings.hiddenSize, language),
    unique: formatNumber(text.vocabularySize, language),
    file: text.fileName,
    characters: formatNumber(text.characters, language),
    encoding: text.encoding,
  })
}
