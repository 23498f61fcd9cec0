// What a command-line flag is. How a list of arguments is read by a table of them stands in parse-flags.ts.
import type { SettingRange } from '#core/contract/settings.ts'
import type { Localised } from './localised.ts'

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

/** The name of a file or folder, taken as it is. */
export interface PathFlag extends Described {
  kind: 'path'
  placeholder: string
}

/** Characters for the network, with escapes; they may be none. */
export interface TextFlag extends Described {
  kind: 'text'
  placeholder: string
  default: string | null
}

export interface SwitchFlag extends Described {
  kind: 'switch'
}

export type Flag = NumberFlag | ChoiceFlag | PathFlag | TextFlag | SwitchFlag

/** Flags by their name without the two dashes. */
export type FlagTable = Readonly<Record<string, Flag>>

type FlagValue<Single extends Flag> = Single extends { kind: 'number'; default: infer Default }
  ? number | Extract<Default, null>
  : Single extends { kind: 'text'; default: infer Default }
    ? string | Extract<Default, null>
    : Single extends { kind: 'choice'; choices: readonly (infer Choice)[] }
      ? Choice
      : Single extends { kind: 'path' }
        ? string | null
        : boolean

export type FlagValues<Table extends FlagTable> = { [Name in keyof Table]: FlagValue<Table[Name]> }

/** The flag of every command that can write JSON. */
export const JSON_FLAG = {
  kind: 'switch',
  meaning: { en: 'print JSON, and nothing else', zh: '输出 JSON，不输出其他内容' },
} as const satisfies SwitchFlag
