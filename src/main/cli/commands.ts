// The commands of the terminal front by their names.
import type { Command } from './command.ts'
import { convertCommand } from './convert-command.ts'
import { explainCommand } from './explain-command.ts'
import { followsCommand } from './follows-command.ts'
import { infoCommand } from './info-command.ts'
import { masksCommand } from './masks-command.ts'
import { nextCommand } from './next-command.ts'
import { pastMattersCommand } from './past-matters-command.ts'
import { sampleCommand } from './sample-command.ts'
import { temperaturesCommand } from './temperatures-command.ts'
import { trainCommand } from './train-command.ts'

export const COMMANDS: Readonly<Record<string, Command>> = {
  train: trainCommand,
  info: infoCommand,
  convert: convertCommand,
  sample: sampleCommand,
  temperatures: temperaturesCommand,
  next: nextCommand,
  follows: followsCommand,
  'past-matters': pastMattersCommand,
  explain: explainCommand,
  masks: masksCommand,
}
