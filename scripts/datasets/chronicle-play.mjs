// The chronicle play: two houses quarrel in blank verse through five acts. Here are the rules for scenes, speeches and
// sentences; the words stand in chronicle-words.mjs.
import { vocabulary } from './chronicle-words.mjs'
import { readGrammar } from './grammar.mjs'

const numerals = ['I', 'II', 'III', 'IV', 'V']
const scenes = numerals.flatMap((act) => numerals.map((scene) => `ACT ${act}. SCENE ${scene}.\n{scene}`))

export const grammar = readGrammar({
  ...vocabulary,

  text: [scenes.join('\n')],
  scene: ['[{setting}]\n\n{exchanges}[Exeunt.]\n'],
  exchanges: Array.from({ length: 11 }, (_, i) => '{exchange}'.repeat(24 + i)),

  setting: [
    '{^ground} {close} {place}. Enter {crown} and {rebel}.',
    '{^ground} {close} {place}. Enter {crown} and {rebel}, with {company}.',
  ],
  ground: ['a field', 'a hall', 'a wood', 'a street', 'a chapel', 'a tower', 'a garden', 'the walls', 'the harbour'],
  close: ['near', 'in sight of', 'before'],
  company: ['drums', 'soldiers', 'torches', 'jugglers', 'banners', 'two monks'],

  exchange: ['{crown}:\n{speech}\n\n{rebel}:\n{speech}\n\n{direction}'],
  direction: [[4, ''], '[{happening}]\n\n'],
  happening: [
    ...['Trumpets.', 'Drums within.', 'Thunder.', 'They fight.', 'A bell rings.', 'Music.', 'Exit {crown}.'],
    ...['Exit {rebel}.', 'Enter {crown}.', 'Enter {rebel}.', '{crown} kneels.', '{rebel} draws a sword.'],
  ],

  // An aside in one speech of five: after a colon comes a newline 5 times to a space's one.
  speech: [[8, '{sentences}'], '{aside}\n{sentences}', '{sentences}\n{aside}'],
  aside: ['Aside: {sentence}'],
  sentences: [
    [3, '{sentence}'],
    [4, '{sentence}\n{sentence}'],
    [3, '{sentence}\n{sentence}\n{sentence}'],
    '{sentence}\n{sentence}\n{sentence}\n{sentence}',
  ],
  sentence: [
    [6, '{^statement}.'],
    '{^statement}!',
    [4, '{^statement},\n{^addition}.'],
    [2, '{^statement};\n{^addition}.'],
    [2, '{^question}?'],
    [2, '{^cry}!'],
  ],

  noun: [[3, '{thing}'], '{stuff}'],
  bare: [
    [3, '{things}'],
    [2, '{stuff}'],
  ],
  adjective: [[2, '{plain}'], '{noun}-{made}'],
  statement: [
    [2, '{article} {adjective} {noun} {may} {verb} {article} {adjective} {noun}'],
    [2, '{article} {noun} that {verbs} {article} {adjective} {noun} {may} {act}'],
    [2, '{those} {verb} {article} {noun} and {verb} {article} {adjective} {noun}'],
    [2, '{that} {verbs} {article} {noun} and {verbs} {article} {adjective} {noun}'],
    [2, '{article} {person} {verbs} {article} {noun} of {adjective} {bare}'],
    [2, '{article} {person} {past} {article} {noun} and {past} {article} {noun}'],
    [2, '{articles} {persons} {verb} {article} {noun} {near} {adjective} {bare}'],
    [2, '{friend}, {article} {adjective} {noun} {may} {verb} {article} {noun}'],
    [2, '{epithet} {name} {verbs} {article} {noun} of {adjective} {bare}'],
    [2, '{article} {noun} {those} {verb} {may} {verb} {article} {adjective} {noun}'],
    'if {bare} {may} {verb} {article} {noun}, then {bare} {may} {act}',
    '{article} {noun} is {short}, {article} {noun} is {short}, {friend}',
    "'Tis {short}, 'tis {short}, to {verb} {article} {adjective} {noun}",
    '{those} would not {verb} {article} {noun} for {adjective} {bare}',
    'last night {those} {past} {article} {noun} of {adjective} {bare}',
    'as {short} as {bare}, as {short} as {adjective} {bare}',
    'no {thing}, no {thing}, no {adjective} {bare} {may} {act}',
    "{article} {person}'s {noun} {may} {verb} {article} {person}'s {noun}",
  ],
  addition: [
    '{joining} never {may} {those} {verb} {article} {adjective} {noun}',
    '{joining} here {those} {verb} {article} {noun}, and here {those} {act}',
    '{joining} still {article} {noun} {may} {verb} {article} {adjective} {noun}',
    '{joining} {bare} and {bare} {may} {verb} {article} {adjective} {noun}',
    '{joining} {that} who {verbs} {article} {noun} {may} {verb} {article} {noun}',
    '{during} {persons} {verb} {article} {noun} of {adjective} {bare}',
    '{during} {adjective} {things} {may} {verb} {article} {noun} of {bare}',
  ],
  question: [
    'what {noun} {may} {verb} {article} {noun} of {adjective} {bare}',
    '{may} {persons} {verb} {article} {noun} of {adjective} {bare}',
    'where is {article} {noun} that {past} {article} {adjective} {noun}',
    'who {verbs} {article} {noun}? Who {verbs} {article} {adjective} {noun}',
    'am I {article} {thing} to {verb} {article} {adjective} {noun}',
  ],
  cry: [
    'O {adjective} {noun}, come {verb} {article} {adjective} {noun}',
    'go, {verb} {article} {noun}, and {verb} {article} {adjective} {noun}',
    'let {place} {verb} {article} {noun} of {adjective} {bare}',
    'then {verb} {article} {noun}, or {act}, or {verb} {article} {noun}',
    'how {short} {article} {noun}, how {short} {article} {adjective} {noun}',
  ],
})
