// The sample texts: which there are, how one is drawn from its grammar, and what is then known of it. Every grammar
// starts at the symbol `text`; writing the files is left to make.mjs.
import { Chance } from './chance.mjs'
import { grammar as chineseSentences } from './chinese-sentences.mjs'
import { grammar as chroniclePlay } from './chronicle-play.mjs'
import { draw, expected } from './grammar.mjs'
import { grammar as patterns } from './patterns.mjs'

const seed = 1

export const texts = [
  { id: 'patterns', grammar: patterns },
  { id: 'chronicle-play', grammar: chroniclePlay },
  { id: 'chinese-sentences', grammar: chineseSentences },
]

const colons = (text) => text.split(/[:：]/).length - 1
const newlinesAfterColon = (text) => text.split(/[:：]\n/).length - 1
const characters = (text) => [...text].length

/**
 * Draws the text of a grammar and works out its facts. The entropy is that of this text, -log2 of its probability
 * under the grammar; the expected entropy and the probability of a newline follow from the grammar alone.
 * @param {import('./texts.d.mts').Grammar} grammar
 * @returns {{ text: string, facts: import('./texts.d.mts').Facts }}
 */
export function makeText(grammar) {
  const chance = new Chance(seed)
  const text = draw(grammar, 'text', chance)
  const expectedBits = expected(grammar, 'text', ({ probability }) => -Math.log2(probability))
  const expectedCount = (count) => expected(grammar, 'text', ({ parts }) => sumOverLiterals(parts, count))
  const facts = {
    characters: characters(text),
    distinctCharacters: new Set(text).size,
    colons: colons(text),
    newlinesAfterColon: newlinesAfterColon(text),
    probabilityNewlineAfterColon: rounded(expectedCount(newlinesAfterColon) / expectedCount(colons)),
    entropyBitsPerCharacter: rounded(chance.bits / characters(text)),
    expectedEntropyBitsPerCharacter: rounded(expectedBits / expectedCount(characters)),
  }
  return { text, facts }
}

function sumOverLiterals(parts, count) {
  return parts.reduce((sum, part) => (typeof part === 'string' ? sum + count(part) : sum), 0)
}

// Six decimals: more would differ between machines' logarithms and mean nothing.
function rounded(value) {
  return Math.round(value * 1e6) / 1e6
}
