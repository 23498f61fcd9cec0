// Characters made visible wherever one is named: white space as signs, what cannot be seen at all by its code.

const SIGNS: Record<string, { sign: string; name: CharacterName }> = {
  ' ': { sign: '␣', name: 'space' },
  '\n': { sign: '↵', name: 'newline' },
  '\t': { sign: '⇥', name: 'tab' },
  '\r': { sign: '⇤', name: 'carriageReturn' },
  '\u00a0': { sign: '⍽', name: 'noBreakSpace' },
  '\u3000': { sign: '□', name: 'ideographicSpace' },
}

/** Characters that have a name of their own: the message `characters.<name>`. */
export type CharacterName = 'space' | 'newline' | 'tab' | 'carriageReturn' | 'noBreakSpace' | 'ideographicSpace'

/** One character as it can be seen: `a`, `␣`, `↵`; its code point where nothing would show. */
export function visibleCharacter(character: string): string {
  const known = SIGNS[character]
  if (known) return known.sign
  return /^[\p{C}\p{Z}\p{M}]$/u.test(character) ? codePoint(character) : character
}

export function characterName(character: string): CharacterName | null {
  return SIGNS[character]?.name ?? null
}

/** U+0041 */
export function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

export interface TextPiece {
  text: string
  /** True for signs that stand for white space, so that they can be set apart from the text. */
  isSign: boolean
}

/** A text with its white space as signs; lines still break where they did. */
export function visiblePieces(text: string): TextPiece[] {
  return text
    .split(/([ \t\r\n]+)/)
    .filter((part) => part !== '')
    .map((part) =>
      /^[ \t\r\n]/.test(part)
        ? {
            text: part.replace(/./gsu, (space) => visibleCharacter(space) + (space === '\n' ? '\n' : '')),
            isSign: true,
          }
        : { text: part, isSign: false },
    )
}
