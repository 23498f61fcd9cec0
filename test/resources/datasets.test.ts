// The sample texts: made again they come out the same, their facts hold, and the entropy that their generator counts
// is what a parser finds in the text by itself, so the grammars are unambiguous.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Facts, type Grammar, makeText, texts } from '../../scripts/datasets/texts.mjs'

interface Entry {
  id: string
  file: string
  title: Record<'en' | 'zh', string>
  description: Record<'en' | 'zh', string>
  facts: Facts
}

const folder = resolve(import.meta.dirname, '../../resources/datasets')
const table = JSON.parse(readFileSync(resolve(folder, 'datasets.json'), 'utf8')) as Entry[]

// `fatal` makes bytes that are not UTF-8 an error instead of a replacement character.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const textOf = (id: string) => decoder.decode(readFileSync(resolve(folder, `${id}.txt`)))

/**
 * The probability that a symbol gives a text, as bits of surprise for every place where a derivation may end: the
 * inside algorithm, from the left. It adds up all derivations, so it gives less than the generator if there are two.
 */
function parser(grammar: Grammar, text: string) {
  const known = new Map<string, Map<number, number>>()

  function literalAt(literal: string, start: number, capital: boolean) {
    const wanted = capital ? literal.charAt(0).toUpperCase() + literal.slice(1) : literal
    return text.startsWith(wanted, start) ? new Map([[start + literal.length, 0]]) : new Map<number, number>()
  }

  return function bitsByEnd(symbol: string, start: number, capital: boolean): Map<number, number> {
    const key = `${symbol} ${start} ${capital}`
    const before = known.get(key)
    if (before) return before
    const result = new Map<number, number>()
    for (const { probability, parts } of grammar.get(symbol) ?? []) {
      let ends = new Map([[start, -Math.log2(probability)]])
      for (const [i, part] of parts.entries()) {
        const next = new Map<number, number>()
        for (const [end, bits] of ends) {
          const first = capital && i === 0
          const found =
            typeof part === 'string' ? literalAt(part, end, first) : bitsByEnd(part.symbol, end, part.capital || first)
          for (const [further, more] of found) addDerivation(next, further, bits + more)
        }
        ends = next
        if (ends.size === 0) break
      }
      for (const [end, bits] of ends) addDerivation(result, end, bits)
    }
    known.set(key, result)
    return result
  }
}

function addDerivation(bitsByEnd: Map<number, number>, end: number, bits: number) {
  const other = bitsByEnd.get(end)
  bitsByEnd.set(end, other === undefined ? bits : Math.min(bits, other) - Math.log2(1 + 2 ** -Math.abs(bits - other)))
}

describe.each(texts)('$id', ({ id, grammar }) => {
  const entry = table.find((candidate) => candidate.id === id)
  const text = textOf(id)
  const made = makeText(grammar)

  it('is made again byte for byte', () => {
    expect(made.text === text).toBe(true)
  })

  it('has the facts that its generator computes', () => {
    expect(entry?.facts).toEqual(made.facts)
  })

  it('has the characters and lines that its facts state', () => {
    expect([...text].length).toBe(made.facts.characters)
    expect(new Set(text).size).toBe(made.facts.distinctCharacters)
    expect(text).not.toMatch(/\r|\uFEFF/)
    expect(text.endsWith('\n')).toBe(true)
  })

  it('has the entropy that a parser finds, counting every derivation', () => {
    const bits = parser(grammar, text)('text', 0, false).get(text.length) ?? NaN
    expect(Math.abs(bits / [...text].length - made.facts.entropyBitsPerCharacter)).toBeLessThan(1e-6)
  })

  it('has newlines after colons as often as its grammar says, within 4 standard errors', () => {
    const { probabilityNewlineAfterColon: probability } = made.facts
    const colons = [...text.matchAll(/[:：]/g)].length
    const newlines = [...text.matchAll(/[:：]\n/g)].length
    const standardError = Math.sqrt((probability * (1 - probability)) / colons)
    expect(Math.abs(newlines / colons - probability)).toBeLessThan(4 * standardError)
  })
})

describe('the table', () => {
  it('lists the texts in the order in which a user meets them', () => {
    expect(table.map(({ id }) => id)).toEqual(['patterns', 'chronicle-play', 'chinese-sentences'])
    for (const { id, file } of table) expect(file).toBe(`${id}.txt`)
  })

  it('describes every text in English and Chinese', () => {
    for (const { title, description } of table) {
      for (const words of [title, description]) {
        expect(words.en).toMatch(/^[ -~]+$/)
        expect(words.zh).toMatch(/\p{Script=Han}/u)
      }
    }
  })

  it('states the probabilities that the rules were written for', () => {
    // Patterns: two headings to one count. Play: one speaker a speech and an aside in one of five, 1 / (1 + 1/5).
    // Chinese: two couplets, four sayings, and one question and answer of two colons, 2 / (2 + 4 + 2).
    expect(table.map(({ facts }) => facts.probabilityNewlineAfterColon)).toEqual([0.666667, 0.833333, 0.25])
  })
})

describe('what the texts hold', () => {
  it('closes every bracket of the patterns, counts every star and runs every run to its end', () => {
    const lines = textOf('patterns').trimEnd().split('\n')
    for (const [i, line] of lines.entries()) {
      if (/^[()[\]]+$/.test(line)) {
        let left = line
        while (/\(\)|\[\]/.test(left)) left = left.replace(/\(\)|\[\]/, '')
        expect(left, line).toBe('')
      } else if (/^\d/.test(line)) {
        expect(line).toBe(`${line.charAt(0)}: ${'*'.repeat(Number(line.charAt(0)))}`)
      } else if (!line.endsWith(':')) {
        const alphabet = lines[i - 1] === 'up:' ? 'abcdefgh' : 'hgfedcba'
        expect(alphabet.endsWith(line), line).toBe(true)
      }
    }
  })

  it('follows only speakers with a newline and only asides with a space, in ASCII', () => {
    const play = textOf('chronicle-play')
    expect(play).toMatch(/^[\n -~]*$/)
    for (const line of play.split('\n')) {
      if (line.includes(':')) expect(line).toMatch(/^([A-Z ]+:|Aside: [A-Z'].*[.,;!?])$/)
    }
  })

  it('keeps every couplet to five characters a side', () => {
    const couplets = [...textOf('chinese-sentences').matchAll(/^对联：\n(.*)$/gmu)]
    expect(couplets.length).toBeGreaterThan(100)
    for (const [, couplet] of couplets) expect(couplet).toMatch(/^\p{Script=Han}{5}，\p{Script=Han}{5}。$/u)
  })
})
