// What a command-line flag is, and how a list of arguments is read by a table of them.
import { parseArgs } from 'node:util'
import type { SettingRange } from '#core/contract/settings.ts'
import type { Localised } from './localised.ts'
import type { Message } from './messages.ts'

interface Described {
  meaning: Localised
}

export interface NumberFlag extends Described {
  kind: 'number'
  range: Omit<SettingRange, 'default'>
  default: number | null
}

export interface ChoiceFlag extends Described {
  kind: 'choice'
  choices: readonly string[]
  default: string
}

export interface TextFlag extends Described {
  kind: 'text'
  placeholder: string
}

export interface SwitchFlag extends Described {
  kind: 'switch'
}

export type Flag = NumberFlag | ChoiceFlag | TextFlag | SwitchFlag

/** Flags by their name without the two dashes. */
export type FlagTable = Readonly<Record<string, Flag>>

type FlagValue<Single extends Flag> = Single extends { kind: 'number'; default: infer Default }
  ? number | Extract<Default, null>
  : Single extends { kind: 'choice'; choices: readonly (infer Choice)[] }
    ? Choice
    : Single extends { kind: 'text' }
      ? string | null
      : boolean

export type FlagValues<Table extends FlagTable> = { [Name in keyof Table]: FlagValue<Table[Name]> }

export type ParsedArguments<Table extends FlagTable> =
  { ok: true; values: FlagValues<Table>; operands: string[] } | { ok: false; problem: Message }

type Parsed<Value> = { ok: true; value: Value } | { ok: false; problem: Message }

/** Decimal notation alone: Number() would also take '', ' 1', '0x10' and 'Infinity'. */
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

function parseNumber(flag: string, { range }: NumberFlag, text: string): Parsed<number> {
  const value = DECIMAL.test(text) ? Number(text) : NaN
  const { minimum, maximum, integer } = range
  if (value >= minimum && value <= maximum && (!integer || Number.isInteger(value))) return { ok: true, value }
  const name = integer ? 'flag-not-whole' : 'flag-not-in-range'
  return { ok: false, problem: { name, parameters: { flag, minimum, maximum, value: text } } }
}

function parseValue(flag: string, specification: Flag, text: string | undefined): Parsed<number | string | boolean> {
  if (specification.kind === 'switch') {
    return text === undefined
      ? { ok: true, value: true }
      : { ok: false, problem: { name: 'switch-with-value', parameters: { flag } } }
  }
  if (text === undefined || text === '')
    return { ok: false, problem: { name: 'flag-without-value', parameters: { flag } } }
  if (specification.kind === 'number') return parseNumber(flag, specification, text)
  if (specification.kind === 'choice' && !specification.choices.includes(text)) {
    const choices = specification.choices.join(', ')
    return { ok: false, problem: { name: 'flag-not-a-choice', parameters: { flag, choices, value: text } } }
  }
  return { ok: true, value: text }
}

function defaultValue(flag: Flag): number | string | boolean | null {
  if (flag.kind === 'switch') return false
  return flag.kind === 'text' ? null : flag.default
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
): ParsedArguments<Table> {
  const entries = Object.entries(table)
  const { tokens } = parseArgs({
    args: [...argumentList],
    options: Object.fromEntries(
      entries.map(([name, { kind }]) => [name, { type: kind === 'switch' ? 'boolean' : 'string' }]),
    ),
    strict: false,
    tokens: true,
  })
  const values: Record<string, number | string | boolean | null> = {}
  for (const [name, flag] of entries) values[name] = defaultValue(flag)
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
    values[token.name] = parsed.value
  }
  return { ok: true, values: values as FlagValues<Table>, operands }
}
