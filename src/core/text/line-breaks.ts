// Line breaks by kind. They are kept as they are in the text; a reader should know when a break is two characters.

const LF = 0x0a
const CR = 0x0d

/** Counts CR LF pairs, and the LF and CR that stand alone. */
export function countLineBreaks(text: ArrayLike<number>): { lf: number; crlf: number; cr: number } {
  const breaks = { lf: 0, crlf: 0, cr: 0 }
  for (let position = 0; position < text.length; position++) {
    if (text[position] === LF) breaks.lf++
    else if (text[position] === CR && text[position + 1] === LF) {
      breaks.crlf++
      position++
    } else if (text[position] === CR) breaks.cr++
  }
  return breaks
}
