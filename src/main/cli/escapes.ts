// Characters in arguments: as they are, or as the escapes that Python has for those that shells make hard to type.
import type { Parsed } from './parsed.ts'

const ESCAPE = /\\(x[\da-fA-F]{2}|u[\da-fA-F]{4}|.?)/gsu
const NAMED: Readonly<Record<string, string>> = { n: '\n', t: '\t', '\\': '\\' }

function unescaped(escape: string): string | undefined {
  if (Object.hasOwn(NAMED, escape)) return NAMED[escape]
  const code = /^[xu](.+)$/.exec(escape)?.[1]
  return code === undefined ? undefined : String.fromCharCode(parseInt(code, 16))
}

/**
 * The text that an argument stands for: `\n`, `\t`, `\xNN`, `\uNNNN` and `\\` are escapes, any other backslash is wrong.
 *
 * @param name the flag or operand, for the message
 */
export function readText(name: string, argument: string): Parsed<string> {
  let wrong: string | undefined
  const value = argument.replace(ESCAPE, (whole, escape: string) => {
    const character = unescaped(escape)
    if (character === undefined) wrong ??= whole
    return character ?? whole
  })
  if (wrong === undefined) return { ok: true, value }
  return { ok: false, problem: { name: 'escape-unknown', parameters: { name, escape: wrong } } }
}

/** The one character that an argument stands for. */
export function readCharacter(name: string, argument: string): Parsed<string> {
  const text = readText(name, argument)
  if (!text.ok || Array.from(text.value).length === 1) return text
  return { ok: false, problem: { name: 'not-one-character', parameters: { name, value: argument } } }
}
