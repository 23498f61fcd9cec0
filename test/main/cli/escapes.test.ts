// Escapes in arguments, as Python has them.
import { describe, expect, it } from 'vitest'
import { readCharacter, readText } from '../../../src/main/cli/escapes.ts'

describe('readText', () => {
  it.each([
    ['plain text: no escapes', 'plain text: no escapes'],
    [String.raw`one\ntwo\tthree`, 'one\ntwo\tthree'],
    [String.raw`\x0d\xe9\xFF`, '\r\u00e9\u00ff'],
    [String.raw`\u5e8a\ud83c\udf19`, '床🌙'],
    [String.raw`C:\\n`, String.raw`C:\n`],
    [String.raw`\x41\u0042C`, 'ABC'],
    ['', ''],
  ])('%s', (argument, text) => {
    expect(readText('--prompt', argument)).toEqual({ ok: true, value: text })
  })

  it.each([
    [String.raw`a\q`, String.raw`\q`],
    [String.raw`\x4`, String.raw`\x`],
    [String.raw`\u12`, String.raw`\u`],
    [String.raw`\N`, String.raw`\N`],
    ['ends with \\', '\\'],
    ['\\🌙', '\\🌙'],
    ['\\\n', '\\\n'],
  ])('%s is wrong, by name', (argument, escape) => {
    const parameters = { name: '--prompt', escape }
    expect(readText('--prompt', argument)).toEqual({ ok: false, problem: { name: 'escape-unknown', parameters } })
  })
})

describe('readCharacter', () => {
  it.each([
    [':', ':'],
    [String.raw`\n`, '\n'],
    ['🌙', '🌙'],
    [String.raw`\\`, '\\'],
  ])('%s', (argument, character) => {
    expect(readCharacter('CHARACTER', argument)).toEqual({ ok: true, value: character })
  })

  it.each(['', 'ab', String.raw`\na`])('takes no “%s”', (argument) => {
    const problem = { name: 'not-one-character', parameters: { name: 'CHARACTER', value: argument } }
    expect(readCharacter('CHARACTER', argument)).toEqual({ ok: false, problem })
  })
})
