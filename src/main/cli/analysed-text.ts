// A text read by the network of a snapshot file, with a bar while that lasts: what commands that ask about contexts begin
// with.
import { resolve } from 'node:path'
import type { ReadingRequest, TextReadingSummary } from '#core/contract/analysis.ts'
import type { Result } from '#core/contract/operations.ts'
import { characterName } from '#core/text/vocabulary.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { barLine } from './bar-line.ts'
import type { PathFlag } from './flags.ts'
import { formatNumber } from './localised.ts'
import { messageText } from './messages.ts'
import type { Terminal } from './terminal.ts'

const JOB_ID = 'read'

export const TEXT_FLAG = {
  kind: 'path',
  placeholder: 'FILE',
  meaning: { en: 'the text to read, required', zh: '要读的文本，必填' },
} as const satisfies PathFlag

export interface AnalysedText {
  summary: TextReadingSummary
  /** What every question about the text's contexts begins with. */
  place: Omit<ReadingRequest, 'source'>
}

/** Reads the text; what the network does not know of it is told on standard error. */
export async function readAnalysedText(
  lab: Lab,
  terminal: Terminal,
  snapshot: string,
  file: string,
): Promise<Result<AnalysedText>> {
  const opened = await lab.openTextFile(resolve(file))
  if (!opened.ok) return opened
  const place = { datasetId: opened.value.id, limit: null }
  const said = [messageText('bar-reading', terminal.language)]
  const end = lab.on('analysis.progress', (jobs) => {
    const done = jobs.find(({ jobId }) => jobId === JOB_ID)?.done
    terminal.drawBar(done === undefined ? '' : barLine(done, said, terminal.columns))
  })
  const read = await lab.snapshotFiles.analyse(snapshot, 'analysis.read', { ...place, jobId: JOB_ID })
  end()
  terminal.drawBar('')
  if (!read.ok) return read
  const { unknown } = read.value
  if (unknown.count > 0) {
    const characters = unknown.characters.map((character) => characterName(character.codePointAt(0)!)).join(' ')
    const count = formatNumber(unknown.count, terminal.language)
    terminal.note(
      messageText('unknown-left-out', terminal.language, { file: opened.value.fileName, count, characters }),
    )
  }
  return { ok: true, value: { summary: read.value, place } }
}
