// Probabilistic grammars without recursion: reading a table of rules, drawing a text from it, and what it is expected
// to hold. The rules themselves stand in the file of each text.

/**
 * Reads a table of rules. An alternative is a text in which {symbol} stands for another rule's text and {^symbol} for
 * the same with a capital; [weight, text] makes it likelier than its neighbours, whose weight is 1.
 * @param {Record<string, readonly (string | readonly [number, string])[]>} rules
 * @returns {import('./texts.d.mts').Grammar}
 */
export function readGrammar(rules) {
  const grammar = new Map()
  for (const [symbol, texts] of Object.entries(rules)) {
    const weighted = texts.map((text) => (typeof text === 'string' ? [1, text] : text))
    const total = weighted.reduce((sum, [weight]) => sum + weight, 0)
    const alternatives = weighted.map(([weight, text]) => ({ probability: weight / total, parts: readParts(text) }))
    grammar.set(symbol, alternatives)
  }
  return grammar
}

function readParts(text) {
  const pieces = text.split(/\{(\^?\w+)\}/)
  const parts = pieces.map((piece, i) =>
    i % 2 === 0 ? piece : { symbol: piece.replace('^', ''), capital: piece.startsWith('^') },
  )
  return parts.filter((part) => part !== '')
}

/**
 * A text drawn from the grammar.
 * @param {import('./texts.d.mts').Grammar} grammar
 * @param {string} symbol where to start
 * @param {import('./chance.mjs').Chance} chance
 * @returns {string}
 */
export function draw(grammar, symbol, chance) {
  const { parts } = chance.pick(grammar.get(symbol))
  const texts = parts.map((part) => {
    if (typeof part === 'string') return part
    const text = draw(grammar, part.symbol, chance)
    return part.capital ? text.charAt(0).toUpperCase() + text.slice(1) : text
  })
  return texts.join('')
}

/**
 * The exact expectation, over all texts that a symbol can give, of a quantity that adds up over the choices taken.
 * @param {import('./texts.d.mts').Grammar} grammar
 * @param {string} symbol
 * @param {(alternative: import('./texts.d.mts').Alternative) => number} valueOf what choosing it adds by itself
 * @returns {number}
 */
export function expected(grammar, symbol, valueOf) {
  const known = new Map()
  const expectedOf = (name) => {
    if (known.has(name)) return known.get(name)
    let total = 0
    for (const alternative of grammar.get(name)) {
      let value = valueOf(alternative)
      for (const part of alternative.parts) if (typeof part !== 'string') value += expectedOf(part.symbol)
      total += alternative.probability * value
    }
    known.set(name, total)
    return total
  }
  return expectedOf(symbol)
}
