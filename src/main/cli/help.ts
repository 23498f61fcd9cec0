// The help texts, made from the tables of commands and flags.
import type { Language } from '#core/contract/errors.ts'
import type { Command } from './command.ts'
import type { Flag } from './flags.ts'
import { formatNumber } from './localised.ts'
import { messageText } from './messages.ts'
import { tableText } from './table.ts'

function flagForm(name: string, flag: Flag): string {
  if (flag.kind === 'switch') return `--${name}`
  if (flag.kind === 'text' || flag.kind === 'path') return `--${name} ${flag.placeholder}`
  return `--${name} ${flag.kind === 'number' ? 'N' : flag.choices.join('|')}`
}

function plainNumber(value: number, language: Language): string {
  return Number.isInteger(value) ? formatNumber(value, language) : String(value)
}

function flagMeaning(flag: Flag, language: Language): string {
  const meaning = flag.meaning[language]
  const notes: string[] = []
  if (flag.kind === 'number') {
    const minimum = plainNumber(flag.range.minimum, language)
    const maximum = plainNumber(flag.range.maximum, language)
    notes.push(messageText('flag-range', language, { minimum, maximum }))
  }
  if ((flag.kind === 'number' || flag.kind === 'choice') && flag.default !== null) {
    notes.push(messageText('flag-default', language, { value: flag.default }))
  }
  const [first, second] = notes
  if (first === undefined) return meaning
  if (second === undefined) return messageText('flag-with-note', language, { meaning, note: first })
  return messageText('flag-with-notes', language, { meaning, first, second })
}

/** How a command is called: `train FILE [options]`. */
export function commandUsage(name: string, command: Command, language: Language): string {
  const options = Object.keys(command.flags).length > 0 ? [messageText('any-options', language)] : []
  return [name, ...command.operands, ...options].join(' ')
}

export function generalHelp(commands: Readonly<Record<string, Command>>, language: Language): string {
  const commandRows = Object.entries(commands).map(
    ([name, command]) => [[name, ...command.operands].join(' '), command.summary[language]] as const,
  )
  const optionRows = [
    ['--help', messageText('show-help', language)],
    ['--version', messageText('show-version', language)],
  ] as const
  return [
    messageText('about', language),
    messageText('usage', language, { usage: `COMMAND ${messageText('any-options', language)}` }),
    `${messageText('commands', language)}\n${tableText(commandRows)}`,
    `${messageText('options', language)}\n${tableText(optionRows)}`,
    messageText('help-hint', language),
  ].join('\n\n')
}

export function commandHelp(name: string, command: Command, language: Language): string {
  const rows = Object.entries(command.flags).map(
    ([flag, specification]) => [flagForm(flag, specification), flagMeaning(specification, language)] as const,
  )
  return [
    messageText('usage', language, { usage: commandUsage(name, command, language) }),
    command.summary[language],
    ...(rows.length > 0 ? [`${messageText('options', language)}\n${tableText(rows)}`] : []),
    ...command.details.map((paragraph) => paragraph[language]),
  ].join('\n\n')
}
