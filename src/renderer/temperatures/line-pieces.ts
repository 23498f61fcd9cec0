// A line as it is drawn: pieces of equal colour, cut where a mark lies.
import type { Colouring, PaneMark } from '#core/contract/temperatures.ts'
import { heatOf } from './heat.ts'
import type { TextLine, WrittenText } from './written-text.ts'

export interface LinePiece {
  /** Position of its first character in the pane's text. */
  start: number
  text: string
  heat: number | null
  /** What changed before its first character. */
  marks: readonly PaneMark[]
}

/** The line without its break, which is the end of the line itself. An empty line has one empty piece. */
export function piecesOf(line: TextLine, text: WrittenText, colouring: Colouring): LinePiece[] {
  const pieces: LinePiece[] = []
  const marksAt = new Map<number, PaneMark[]>()
  for (const mark of text.marks) marksAt.set(mark.position, [...(marksAt.get(mark.position) ?? []), mark])
  line.characters.forEach((character, i) => {
    const position = line.start + i
    const facts = text.factsAt(position)
    const heat = facts && heatOf(facts, colouring)
    const marks = marksAt.get(position) ?? []
    const shown = character === '\n' ? '' : character
    const last = pieces.at(-1)
    if (last && last.heat === heat && marks.length === 0) last.text += shown
    else if (shown !== '' || marks.length > 0) pieces.push({ start: position, text: shown, heat, marks })
  })
  return pieces.length > 0 ? pieces : [{ start: line.start, text: '', heat: null, marks: [] }]
}
