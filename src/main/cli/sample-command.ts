// `charscope sample SNAPSHOT`: what a network writes after a prompt, drawn as NumPy draws it.
import { resolve } from 'node:path'
import { SAMPLING_TEMPERATURE } from '#core/contract/settings.ts'
import { characterName } from '#core/text/vocabulary.ts'
import { defineCommand } from './command.ts'
import { EXIT_CODES } from './exit-codes.ts'
import { JSON_FLAG } from './flags.ts'
import { printJson } from './json-output.ts'
import { localisedText, type Localised } from './localised.ts'
import { withTemporaryLab } from './open-lab.ts'
import { printable } from './printable.ts'
import { PROMPT_FLAGS } from './prompt-flags.ts'
import { refuse, type Hints } from './refusals.ts'
import type { Terminal } from './terminal.ts'
import { WRITING_FLAGS } from './writing-flags.ts'

const SKIPPED: Localised = {
  en: 'left out, for the network does not know them: {characters}',
  zh: '已略去网络不认识的字符：{characters}',
}

const HINTS: Hints = {
  'prompt-character-unknown': { en: '--skip-unknown leaves them out.', zh: '--skip-unknown 可略去它们。' },
}

function tellSkipped(terminal: Terminal, skipped: readonly string[]): void {
  if (skipped.length === 0) return
  const characters = skipped.map((character) => characterName(character.codePointAt(0)!)).join(' ')
  terminal.note(`charscope: ${localisedText(SKIPPED, terminal.language, { characters })}`)
}

export const sampleCommand = defineCommand({
  operands: ['SNAPSHOT'],
  summary: { en: 'write a text with a trained network', zh: '用训练好的网络写一段文本' },
  details: [
    {
      en: 'An empty prompt starts from a newline where the network knows it, else from its first character. The same seed gives the text that NumPy draws: numpy.random.seed, then one numpy.random.choice a character.',
      zh: '提示为空时，从换行符开始（网络不认识换行符时，从它的第一个字符开始）。相同的种子给出 NumPy 抽出的文本：先 numpy.random.seed，再为每个字符调用一次 numpy.random.choice。',
    },
    {
      en: 'Prompt and text go to standard output, control characters as pictures; --json gives the text alone, exactly.',
      zh: '提示和文本写到标准输出，控制字符以图形符号显示；--json 只给出文本本身，一字不差。',
    },
  ],
  flags: {
    ...PROMPT_FLAGS,
    ...WRITING_FLAGS,
    temperature: {
      kind: 'number',
      range: SAMPLING_TEMPERATURE,
      default: SAMPLING_TEMPERATURE.default,
      meaning: {
        en: 'low is careful, high is wild; 0 always takes the likeliest',
        zh: '温度：低则保守，高则大胆；0 总取最可能的字符',
      },
    },
    json: JSON_FLAG,
  },
  run(terminal, { operands: [snapshot], values }) {
    const { prompt, length, temperature, seed } = values
    const options = { feedLastTwice: values['feed-last-twice'], skipUnknown: values['skip-unknown'] }
    return withTemporaryLab(terminal, async (lab) => {
      const request = { prompt, length, temperature, seed, ...options }
      const completion = await lab.snapshotFiles.complete(resolve(snapshot!), request)
      if (!completion.ok) return refuse(terminal, completion.error, HINTS)
      const { text, skipped } = completion.value
      tellSkipped(terminal, skipped)
      if (values.json) printJson(terminal, { prompt, text, temperature, seed })
      else terminal.print(printable(prompt + text))
      return EXIT_CODES.success
    })
  },
})
