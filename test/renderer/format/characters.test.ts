import { describe, expect, test } from 'vitest'
import { characterName, codePoint, visibleCharacter, visiblePieces } from '../../../src/renderer/format/characters.ts'

describe('characters', () => {
  test('what can be seen stays as it is', () => {
    expect(['a', ':', '字', '😀', 'é'].map(visibleCharacter)).toEqual(['a', ':', '字', '😀', 'é'])
  })

  test('white space has a sign and a name', () => {
    expect([' ', '\n', '\t', '\r'].map(visibleCharacter)).toEqual(['␣', '↵', '⇥', '⇤'])
    expect([' ', '\n', '\t', '\r'].map(characterName)).toEqual(['space', 'newline', 'tab', 'carriageReturn'])
    expect(characterName('a')).toBeNull()
  })

  test('what cannot be seen has its code', () => {
    expect(visibleCharacter('\u0007')).toBe('U+0007')
    expect(visibleCharacter('\u200b')).toBe('U+200B')
    expect(visibleCharacter('\u0301')).toBe('U+0301')
    expect(codePoint('😀')).toBe('U+1F600')
  })

  test('a text with visible white space breaks where it did, and is whole', () => {
    const pieces = visiblePieces('a b\n\nc\t')
    expect(pieces).toEqual([
      { text: 'a', isSign: false },
      { text: '␣', isSign: true },
      { text: 'b', isSign: false },
      { text: '↵\n↵\n', isSign: true },
      { text: 'c', isSign: false },
      { text: '⇥', isSign: true },
    ])
    expect(visiblePieces('')).toEqual([])
  })
})
