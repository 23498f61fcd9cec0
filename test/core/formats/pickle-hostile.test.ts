// Pickles that are made to do harm: to run something, or to take all memory or all time. The calls were written by
// Python itself; the rest is spelled out here, opcode by opcode.
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPickle } from '#core/formats/pickle-reader.ts'
import { writePickle } from '#core/formats/pickle-writer.ts'
import { readSnapshot } from '#core/formats/snapshot-reader.ts'
import ofPython2 from '../../fixtures/formats/python-2-hostile.json' with { type: 'json' }
import ofPython3 from '../../fixtures/formats/python-3-hostile.json' with { type: 'json' }
import { refusalOf } from './refusal.ts'
import { fromBase64 } from './tagged.ts'

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
const refusal = (text: string) => refusalOf(() => readPickle(latin1(text)))

/** What each pickle is refused for: by Python 2, protocols 0 to 2, and by Python 3, protocols 0 to 5. */
const CALLS: Record<string, RegExp> = {
  'a call of os.system': /^(posix|nt)\.system$/,
  'the same inside a snapshot': /^(posix|nt)\.system$/,
  'a call of eval': /^(__builtin__|builtins)\.eval$/,
  'a call of getattr': /^(__builtin__|builtins)\.getattr$/,
  'a call of numpy.load': /^numpy\.load$/,
  'an object': /^(types\.SimpleNamespace|copy_reg\._reconstructor)$/,
  'an old object': /^__main__\.OldStyle$/,
  'a new object': /^(copy_reg\._reconstructor|__main__\.NewStyle)$/,
  'a set': /^(__builtin__|builtins)\.set$|^EMPTY_SET$/,
}

describe.each([...ofPython2, ...ofPython3])('$name', ({ name, pickles }) => {
  it.each(Object.entries(pickles))('%s is refused by name, and not run', (_, pickle) => {
    const bytes = fromBase64(pickle as string)
    for (const read of [readPickle, readSnapshot]) {
      const refused = refusalOf(() => read(bytes))
      expect(refused?.code).toMatch(/^pickle-(global|opcode)-refused$/)
      expect(refused?.parameters.name ?? refused?.parameters.opcode).toMatch(CALLS[name]!)
    }
    expect(existsSync('charscope-was-here')).toBe(false)
  })
})

describe('refuses what would make objects', () => {
  it.each([
    ['an instance by INST', "(S'true'\nios\nsystem\n.", 'pickle-global-refused', { name: 'os.system' }],
    ['an instance of what is allowed', '(inumpy\ndtype\n.', 'pickle-malformed', { opcode: 'INST', offset: 1 }],
    ['an instance by OBJ', '(cnumpy\ndtype\no.', 'pickle-opcode-refused', { opcode: 'OBJ', offset: 14 }],
    ['an instance by NEWOBJ', 'cnumpy\ndtype\n)\x81.', 'pickle-opcode-refused', { opcode: 'NEWOBJ', offset: 14 }],
    ['a persistent id', 'Pname\n.', 'pickle-opcode-refused', { opcode: 'PERSID', offset: 0 }],
    ['a registered extension', '\x82\x01.', 'pickle-opcode-refused', { opcode: 'EXT1', offset: 0 }],
    ['an opcode that there is not', '\xff.', 'pickle-opcode-refused', { opcode: '0xff', offset: 0 }],
    [
      'a name within an allowed one',
      '\x8c\x05numpy\x8c\x0edtype.__init__\x93.',
      'pickle-global-refused',
      { name: 'numpy.dtype.__init__' },
    ],
    [
      'a name of JavaScript’s',
      'cconstructor\nconstructor\n.',
      'pickle-global-refused',
      { name: 'constructor.constructor' },
    ],
    ['a type called as a function', 'cnumpy\nndarray\n)R.', 'pickle-malformed', { opcode: 'REDUCE', offset: 16 }],
    ['a value called as a function', 'K\x01)R.', 'pickle-malformed', { opcode: 'REDUCE', offset: 3 }],
    ['the state of a list', '](K\x01tb.', 'pickle-malformed', { opcode: 'BUILD', offset: 5 }],
    ['another codec', 'c_codecs\nencode\n(Vx\nVzlib\ntR.', 'pickle-malformed', { opcode: 'REDUCE', offset: 27 }],
  ])('%s', (_, text, code, parameters) => {
    expect(refusal(text)).toEqual({ code, parameters })
  })
})

describe('refuses bytes that no pickler writes', () => {
  it.each([
    ['nothing', '', 'file-truncated'],
    ['nothing on the stack', '.', 'pickle-malformed'],
    ['a mark on the stack', 'K\x01(0.', 'pickle-malformed'],
    ['an empty memo', 'h\x00.', 'pickle-malformed'],
    ['a negative place in the memo', 'Np-1\n.', 'pickle-malformed'],
    ['a mark that is missing', 'K\x01t.', 'pickle-malformed'],
    ['a key without value', '}(K\x01u.', 'pickle-malformed'],
    ['an item of a number', 'K\x01K\x02a.', 'pickle-malformed'],
    ['a number in words', 'Ione\n.', 'pickle-malformed'],
    ['a number in another base', 'I0x10\n.', 'pickle-malformed'],
    ['a float in words', 'Fone\n.', 'pickle-malformed'],
    ['an open quotation', "S'abc\n.", 'pickle-malformed'],
    ['a lone quote', "S'\n.", 'pickle-malformed'],
    ['half an escape', "S'\\x4'\n.", 'pickle-malformed'],
    ['half a Unicode escape', 'V\\u12\n.', 'pickle-malformed'],
    ['a code point that there is not', 'V\\U00110000\n.', 'pickle-malformed'],
    ['text that is not UTF-8', 'X\x01\x00\x00\x00\xff.', 'pickle-malformed'],
    ['a string of 4 GiB', 'X\xff\xff\xff\xffab.', 'file-truncated'],
    ['a string of 2^63 bytes', '\x8e\x00\x00\x00\x00\x00\x00\x00\x80ab.', 'file-truncated'],
    ['a string of negative length', 'T\xff\xff\xff\xffab.', 'file-truncated'],
    ['an integer of negative length', '\x8b\xff\xff\xff\xffab.', 'file-truncated'],
    ['an integer of 2,000 bytes', `\x8b\xd0\x07\x00\x00${'\x7f'.repeat(2000)}.`, 'pickle-malformed'],
    ['an integer of 5,000 digits', `L${'9'.repeat(5000)}L\n.`, 'pickle-malformed'],
  ])('%s', (_, text, code) => {
    expect(refusal(text)?.code).toBe(code)
  })
})

describe('bears', () => {
  const many = 200_000

  it.each([
    ['lists in lists', ']'.repeat(many) + 'a'.repeat(many - 1) + '.', 'pickle-too-deep'],
    ['tuples in tuples', ')' + '\x85'.repeat(many) + '.', 'pickle-too-deep'],
    ['dictionaries in dictionaries', '}' + 'K\x01}'.repeat(many) + 's'.repeat(many) + '.', 'pickle-too-deep'],
    ['a list in itself', ']q\x00h\x00a.', 'pickle-too-deep'],
    ['marks without end', '('.repeat(many), 'file-truncated'],
    ['instructions without end', 'N0'.repeat(1_000_001) + 'N.', 'pickle-too-long'],
  ])('%s', (_, text, code) => {
    expect(refusal(text)?.code).toBe(code)
  })

  it('a list of ten lists of ten lists, 60 levels down', () => {
    const level = (place: number): string =>
      `](${`h${String.fromCharCode(place)}`.repeat(10)}eq${String.fromCharCode(place + 1)}0`
    const levels = Array.from({ length: 60 }, (_, place) => level(place)).join('')
    const value = readPickle(latin1(`]q\x000${levels}h\x3c.`))
    expect(writePickle(value).length).toBeLessThan(10_000)
  })

  const BYTES_DTYPE = "cnumpy\ndtype\n(S'u1'\nI0\nI1\ntRq\x010"
  const size = 2 ** 20
  const data = `T\x00\x00\x10\x00${'\0'.repeat(size)}q\x000`
  const array = `cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(I0\ntS'b'\ntR(I1\n(I${size}\nth\x01I00\nh\x00tb`

  it('one string that is made into an array a thousand times', () => {
    expect(refusal(`${BYTES_DTYPE}${data}](${array.repeat(1000)}e.`)?.code).toBe('contents-too-large')
  })

  it('one list of many in many arrays', () => {
    const objects = array.replace('h\x01', 'h\x02').replace(String(size), '100000')
    const dtype = "cnumpy\ndtype\n(S'O8'\nI0\nI1\ntRq\x020"
    const list = `](${'N'.repeat(100_000)}eq\x000`
    const startMs = performance.now()
    expect(refusal(`${dtype}${list}](${objects.repeat(20_000)}e.`)).toBeNull()
    expect(performance.now() - startMs).toBeLessThan(3000)
  })
})
