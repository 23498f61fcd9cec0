// Reading arguments by a table of flags; the messages for wrong ones are tested in command-line.test.ts.
import { describe, expect, it } from 'vitest'
import { parseFlags } from '../../../src/main/cli/parse-flags.ts'

const meaning = { en: '', zh: '' }
const FLAGS = {
  size: { kind: 'number', range: { minimum: 1, maximum: 10, integer: true }, default: 4, meaning },
  rate: { kind: 'number', range: { minimum: 1e-6, maximum: 100, integer: false }, default: null, meaning },
  order: { kind: 'choice', choices: ['up', 'down'], default: 'up', meaning },
  folder: { kind: 'path', placeholder: 'FOLDER', meaning },
  prompt: { kind: 'text', placeholder: 'TEXT', default: '', meaning },
  json: { kind: 'switch', meaning },
} as const

function parse(...argumentList: string[]): unknown {
  const parsed = parseFlags(FLAGS, argumentList, 'help')
  return parsed.ok ? { ...parsed.value.values, operands: parsed.value.operands } : parsed.problem.name
}

const defaults = { size: 4, rate: null, order: 'up', folder: null, prompt: '', json: false, operands: [] }

describe('parseFlags', () => {
  it.each([
    [[], {}],
    [['--size', '10', '--rate=1e-3', '--json'], { size: 10, rate: 0.001, json: true }],
    [['a', '--order', 'down', 'b'], { order: 'down', operands: ['a', 'b'] }],
    [['--size', '2', '--size', '3'], { size: 3 }],
    [['--folder', '/some where', '--', '--json'], { folder: '/some where', operands: ['--json'] }],
    [['--rate', '.5'], { rate: 0.5 }],
    [['--prompt', ''], { prompt: '' }],
    [['--prompt', 'a:\\n\\x42'], { prompt: 'a:\nB' }],
    [['--folder', 'C:\\new'], { folder: 'C:\\new' }],
  ])('%j', (argumentList, expected) => {
    expect(parse(...argumentList)).toEqual({ ...defaults, ...expected })
  })

  it.each([
    ['', 'flag-without-value'],
    [' 5', 'flag-not-whole'],
    ['5 ', 'flag-not-whole'],
    ['0x5', 'flag-not-whole'],
    ['Infinity', 'flag-not-whole'],
    ['NaN', 'flag-not-whole'],
    ['11', 'flag-not-whole'],
    ['--json', 'flag-not-whole'],
  ])('takes no “%s” for a number', (value, problem) => {
    expect(parse('--size', value)).toBe(problem)
  })

  it('tells the flags that were given from those that have their defaults', () => {
    const parsed = parseFlags(FLAGS, ['--size', '4', '--prompt', '', '--json', 'x'], 'help')
    expect(parsed.ok && parsed.value.given).toEqual({ size: 4, prompt: '', json: true })
  })

  it('takes no text with a wrong escape', () => {
    expect(parse('--prompt', 'a\\q')).toBe('escape-unknown')
  })

  it('knows no flag by the name of something that every object has', () => {
    expect(parse('--toString', 'x')).toBe('flag-unknown')
  })
})
