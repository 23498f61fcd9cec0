// `charscope convert IN OUT`: a snapshot in the other format, or in the same one afresh.
import { resolve } from 'node:path'
import { defineCommand } from './command.ts'
import { EXIT_CODES } from './exit-codes.ts'
import { localisedText, type Localised } from './localised.ts'
import { withTemporaryLab } from './open-lab.ts'
import { refuse } from './refusals.ts'

const TEXTS = {
  leftOut: { en: 'a .pkl cannot hold {names}; left out', zh: '.pkl 无法保存 {names}，已略去' },
  saved: { en: 'saved as {file}', zh: '已保存为 {file}' },
} satisfies Record<string, Localised>

export const convertCommand = defineCommand({
  operands: ['IN', 'OUT'],
  summary: { en: 'save a snapshot as .npz or .pkl', zh: '把快照另存为 .npz 或 .pkl' },
  details: [
    {
      en: 'IN is opened by its content, whatever its name. The ending of OUT, .npz or .pkl, says what is written; a file that is there already is replaced. Arrays keep every bit, and both formats open in the course’s scripts.',
      zh: 'IN 按内容打开，与文件名无关。OUT 的扩展名（.npz 或 .pkl）决定写出的格式；已有的文件会被替换。数组逐位保持不变，两种格式都能被课程的脚本打开。',
    },
  ],
  flags: {},
  run(terminal, { operands: [from, to] }) {
    const { language } = terminal
    return withTemporaryLab(terminal, async (lab) => {
      const converted = await lab.snapshotFiles.convert(resolve(from!), resolve(to!))
      if (!converted.ok) return refuse(terminal, converted.error)
      const { leftOut } = converted.value
      if (leftOut.length > 0) {
        terminal.note(`charscope: ${localisedText(TEXTS.leftOut, language, { names: leftOut.join(', ') })}`)
      }
      terminal.print(localisedText(TEXTS.saved, language, { file: to! }))
      return EXIT_CODES.success
    })
  },
})
