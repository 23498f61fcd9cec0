// The small pattern text: brackets that close, counting, runs of the alphabet. Lines are short enough for a network
// that looks 25 characters back, and little is uncertain in them but how they start.
import { readGrammar } from './grammar.mjs'

export const grammar = readGrammar({
  text: ['{item}'.repeat(1250)],
  // After a colon comes a newline twice to a space's once.
  item: ['up:\n{rise}\n', 'down:\n{fall}\n', '{count}\n', '{brackets}\n'],
  rise: ['abcdefgh', 'bcdefgh', 'cdefgh', 'defgh', 'efgh'],
  fall: ['hgfedcba', 'gfedcba', 'fedcba', 'edcba', 'dcba'],
  count: ['2: **', '3: ***', '4: ****', '5: *****'],
  brackets: ['({pair})', '[{pair}]'],
  pair: ['({core})', '[{core}]'],
  core: ['()', '[]'],
})
