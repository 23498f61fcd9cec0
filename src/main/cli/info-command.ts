// `charscope info FILE`: what a snapshot file holds. How that looks is up to snapshot-json.ts and snapshot-text.ts.
import { resolve } from 'node:path'
import { defineCommand } from './command.ts'
import { EXIT_CODES } from './exit-codes.ts'
import { JSON_FLAG } from './flags.ts'
import { printJson } from './json-output.ts'
import { withTemporaryLab } from './open-lab.ts'
import { refuse } from './refusals.ts'
import { snapshotJson } from './snapshot-json.ts'
import { snapshotText } from './snapshot-text.ts'

export const infoCommand = defineCommand({
  operands: ['FILE'],
  summary: { en: 'tell what is in a snapshot, .npz or .pkl', zh: '查看快照（.npz 或 .pkl）的内容' },
  details: [
    {
      en: 'The file is read as data alone: nothing in a pickle is ever called.',
      zh: '文件只作为数据读取：绝不会调用 pickle 中的任何代码。',
    },
  ],
  flags: { json: JSON_FLAG },
  run(terminal, { operands: [file], values }) {
    return withTemporaryLab(terminal, async (lab) => {
      const described = await lab.snapshotFiles.describe(resolve(file!))
      if (!described.ok) return refuse(terminal, described.error)
      if (values.json) printJson(terminal, snapshotJson(described.value))
      else terminal.print(snapshotText(described.value, terminal.language))
      return EXIT_CODES.success
    })
  },
})
