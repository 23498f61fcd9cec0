// Reads a list of arguments by a table of flags.
import { parseArgs } from 'node:util'
import { readText } from './escapes.ts'
import type { ChoiceFlag, Flag, FlagTable, FlagValues, NumberFlag } from './flags.ts'
import type { Parsed } from './parsed.ts'

/** What a command is given. */
export interface Arguments<Table extends FlagTable> {
  operands: readonly string[]
  values: FlagValues<Table>
  /** Those that were among the arguments; all others have their default values. */
  given: Partial<FlagValues<Table>>
}

type Value = number | string | boolean | null

/** Decimal notation alone: Number() would also take '', ' 1', '0x10' and 'Infinity'. */
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

export function parseNumber(flag: string, { range }: Pick<NumberFlag, 'range'>, text: string): Parsed<number> {
  const value = DECIMAL.test(text) ? Number(text) : NaN
  const { minimum, maximum, integer } = range
  if (value >= minimum && value <= maximum && (!integer || Number.isInteger(value))) return { ok: true, value }
  const name = integer ? 'flag-not-whole' : 'flag-not-in-range'
  return { ok: false, problem: { name, parameters: { flag, minimum, maximum, value: text } } }
}

function parseChoice(flag: string, { choices }: ChoiceFlag, text: string): Parsed<string> {
  if (choices.includes(text)) return { ok: true, value: text }
  const parameters = { flag, choices: choices.join(', '), value: text }
  return { ok: false, problem: { name: 'flag-not-a-choice', parameters } }
}

function parseValue(flag: string, specification: Flag, text: string | undefined): Parsed<Value> {
  if (specification.kind === 'switch') {
    return text === undefined
      ? { ok: true, value: true }
      : { ok: false, problem: { name: 'switch-with-value', parameters: { flag } } }
  }
  if (text === undefined || (text === '' && specification.kind !== 'text'))
    return { ok: false, problem: { name: 'flag-without-value', parameters: { flag } } }
  switch (specification.kind) {
    case 'number':
      return parseNumber(flag, specification, text)
    case 'choice':
      return parseChoice(flag, specification, text)
    case 'text':
      return readText(flag, text)
    case 'path':
      return { ok: true, value: text }
  }
}

function defaultValue(flag: Flag): Value {
  if (flag.kind === 'switch') return false
  return flag.kind === 'path' ? null : flag.default
}

/**
 * Reads arguments by a table of flags: `--name value`, `--name=value`, switches; what follows `--` are operands. A flag
 * given twice counts the last time.
 *
 * @param help what to type after `charscope` to see the flags, for the message about an unknown one
 */
export function parseFlags<Table extends FlagTable>(
  table: Table,
  argumentList: readonly string[],
  help: string,
): Parsed<Arguments<Table>> {
  const entries = Object.entries(table)
  const { tokens } = parseArgs({
    args: [...argumentList],
    options: Object.fromEntries(
      entries.map(([name, { kind }]) => [name, { type: kind === 'switch' ? 'boolean' : 'string' }]),
    ),
    strict: false,
    tokens: true,
  })
  const given: Record<string, Value> = {}
  const operands: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const flag = Object.hasOwn(table, token.name) ? table[token.name] : undefined
    if (!flag || !token.rawName.startsWith('--')) {
      return { ok: false, problem: { name: 'flag-unknown', parameters: { flag: token.rawName, help } } }
    }
    const parsed = parseValue(token.rawName, flag, token.value)
    if (!parsed.ok) return parsed
    given[token.name] = parsed.value
  }
  const defaults = Object.fromEntries(entries.map(([name, flag]) => [name, defaultValue(flag)]))
  const values = { ...defaults, ...given } as FlagValues<Table>
  return { ok: true, value: { operands, values, given: given as Partial<FlagValues<Table>> } }
}
