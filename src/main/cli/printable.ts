// Keeps a sample from steering the terminal: a network trained on bytes writes control characters, too.

const CONTROL_PICTURES = 0x2400
const DELETE = 0x7f
const DELETE_PICTURE = '\u2421'

/** Control characters as visible pictures, but for tab, newline, and the carriage return of a Windows line break. */
export function printable(text: string): string {
  return text.replace(/\r(?!\n)|[^\P{Cc}\t\n\r]/gu, (character) => {
    const code = character.charCodeAt(0)
    if (code === DELETE) return DELETE_PICTURE
    return code < DELETE ? String.fromCharCode(CONTROL_PICTURES + code) : '\ufffd'
  })
}
