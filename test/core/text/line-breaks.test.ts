import { expect, it } from 'vitest'
import { countLineBreaks } from '#core/text/line-breaks.ts'

it('counts each kind of line break once', () => {
  const text = 'a\nb\r\nc\rd\r\r\n\n'
  expect(countLineBreaks(Array.from(text, (character) => character.charCodeAt(0)))).toEqual({ lf: 2, crlf: 2, cr: 2 })
})
