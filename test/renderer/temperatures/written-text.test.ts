import { describe, expect, it } from 'vitest'
import type { PaneMark, Written } from '#core/contract/temperatures.ts'
import { heatOf } from '../../../src/renderer/temperatures/heat.ts'
import { piecesOf } from '../../../src/renderer/temperatures/line-pieces.ts'
import { WrittenText } from '../../../src/renderer/temperatures/written-text.ts'

/** Characters with probability 1/2, 1/4, 1/2, 1/4 ... and ranks 1, 2, 3 ... */
function written(characters: string, start: number, marks: PaneMark[] = []): Written {
  const each = Array.from(characters)
  return {
    epoch: 1,
    start,
    characters,
    probabilities: each.map((_, i) => (i % 2 === 0 ? 0.5 : 0.25)),
    ranks: each.map((_, i) => i + 1),
    entropies: each.map(() => 1.5),
    alternatives: each.map((character) => `${character}z`).join(''),
    alternativeProbabilities: each.flatMap(() => [0.5, 0.25]),
    marks,
    length: start + each.length,
    statistics: null,
  }
}

function textOf(...parts: [characters: string, start: number][]): WrittenText {
  const text = new WrittenText()
  for (const [characters, start] of parts) text.append(written(characters, start))
  return text
}

function linesOf(text: WrittenText): [start: number, line: string][] {
  return text.lines.map(({ start, characters }) => [start, characters.join('')])
}

describe('a written text', () => {
  it('is cut into lines, of which only the last grows', () => {
    const text = textOf(['ab\nc', 0])
    const [first] = text.lines
    text.append(written('d\n\ne', 4))
    expect(linesOf(text)).toEqual([
      [0, 'ab\n'],
      [3, 'cd\n'],
      [6, '\n'],
      [7, 'e'],
    ])
    expect(text.lines[0]).toBe(first)
  })

  it('breaks a line that does not end', () => {
    const text = textOf(['x'.repeat(1500), 0], ['y'.repeat(600), 1500])
    expect(text.lines.map(({ start, characters }) => [start, characters.length])).toEqual([
      [0, 1000],
      [1000, 1000],
      [2000, 100],
    ])
  })

  it('knows of every character what it was drawn from', () => {
    const text = textOf(['a𝄞', 0], ['b', 2])
    expect(text.end).toBe(3)
    expect(text.factsAt(1)).toEqual({
      position: 1,
      character: '𝄞',
      probability: 0.25,
      rank: 2,
      entropy: 1.5,
      alternatives: [
        { character: '𝄞', probability: 0.5 },
        { character: 'z', probability: 0.25 },
      ],
    })
    expect(text.factsAt(3)).toBeNull()
  })

  it('keeps whole lines, as many as can be read again', () => {
    const text = new WrittenText()
    for (let start = 0; start < 20_000; start += 100) text.append(written(`${'x'.repeat(99)}\n`, start))
    expect(text.lines[0]!.start).toBe(12_000)
    expect(text.factsAt(11_999)).toBeNull()
    expect(text.factsAt(12_000)!.character).toBe('x')
    expect(text.end).toBe(20_000)
  })

  it('begins anew where something is missing', () => {
    const text = textOf(['abc', 0], ['xyz', 5000])
    expect(linesOf(text)).toEqual([[5000, 'xyz']])
    expect(text.factsAt(5000)!.character).toBe('x')
  })
})

describe('the pieces of a line', () => {
  it('are of one colour each', () => {
    const text = textOf(['abcd\n', 0])
    expect(piecesOf(text.lines[0]!, text, 'plain').map((piece) => piece.text)).toEqual(['abcd'])
    const ranked = piecesOf(text.lines[0]!, text, 'rank')
    expect(ranked.map(({ start, text: shown, heat }) => [start, shown, heat])).toEqual([
      [0, 'a', 0],
      [1, 'bc', 1],
      [3, 'd', 2],
    ])
  })

  it('are cut at a mark, and an empty line has one', () => {
    const text = new WrittenText()
    const mark: PaneMark = { kind: 'temperature', temperature: 2, position: 2 }
    text.append(written('abcd\n\n', 0, [mark]))
    const [first, second] = text.lines.map((line) => piecesOf(line, text, 'plain'))
    expect(first!.map((piece) => [piece.text, piece.marks])).toEqual([
      ['ab', []],
      ['cd', [mark]],
    ])
    expect(second).toEqual([{ start: 5, text: '', heat: null, marks: [] }])
  })
})

describe('the colour of a character', () => {
  it('rises with the bits of its surprise, or with its rank', () => {
    const facts = (probability: number, rank: number) => ({
      ...textOf(['a', 0]).factsAt(0)!,
      probability,
      rank,
    })
    const surprises = [1, 0.51, 0.5, 0.25, 1 / 16, 1 / 64].map((p) => heatOf(facts(p, 1), 'surprise'))
    expect(surprises).toEqual([0, 0, 1, 2, 3, 4])
    expect([1, 2, 3, 4, 10, 11, 20, 21].map((rank) => heatOf(facts(1, rank), 'rank'))).toEqual([0, 1, 1, 2, 2, 3, 3, 4])
    expect(heatOf(facts(0.01, 50), 'plain')).toBeNull()
  })
})
