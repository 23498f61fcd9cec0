// `charscope next SNAPSHOT --prompt TEXT`: what a network expects after a prompt.
import { resolve } from 'node:path'
import { SAMPLING_TEMPERATURE } from '#core/contract/settings.ts'
import { ranked, sharesTable, visible } from './character-shares.ts'
import { defineCommand } from './command.ts'
import { EXIT_CODES } from './exit-codes.ts'
import { JSON_FLAG } from './flags.ts'
import { printJson } from './json-output.ts'
import { localisedText, type Localised } from './localised.ts'
import { withTemporaryLab } from './open-lab.ts'
import { ANALYSED_PROMPT_FLAGS } from './analysed-prompt.ts'
import { refuse, refuseMissing } from './refusals.ts'

const TOLD = 10

const TEXTS = {
  after: { en: 'After “{prompt}”, at temperature {temperature}:', zh: '在“{prompt}”之后，温度 {temperature}：' },
  probability: { en: 'probability', zh: '概率' },
  active: {
    en: '{active} of {hidden} hidden units have abs(h) > 0.5.',
    zh: '{hidden} 个隐藏单元中有 {active} 个满足 abs(h) > 0.5。',
  },
  caution: {
    en: 'This holds after this one prompt: it does not say what the network expects after another that ends alike, nor why.',
    zh: '这只是在这一个开头之后的预期：它不说明换一个结尾相同的开头会怎样，也不说明原因。',
  },
} satisfies Record<string, Localised>

export const nextCommand = defineCommand({
  operands: ['SNAPSHOT'],
  summary: { en: 'tell what a network expects after a prompt', zh: '查看网络读完一段开头后预期什么字符' },
  details: [],
  flags: {
    ...ANALYSED_PROMPT_FLAGS,
    temperature: {
      kind: 'number',
      range: SAMPLING_TEMPERATURE,
      default: 1,
      meaning: { en: 'divides the logits', zh: '用来除 logits' },
    },
    json: JSON_FLAG,
  },
  run(terminal, { operands: [snapshot], values }) {
    const { prompt, temperature, 'feed-last-twice': feedLastTwice } = values
    if (!prompt) return Promise.resolve(refuseMissing(terminal, '--prompt TEXT', 'next SNAPSHOT --prompt TEXT'))
    return withTemporaryLab(terminal, async (lab) => {
      const request = { prompt, temperature, feedLastTwice, skipUnknown: false }
      const told = await lab.snapshotFiles.analyse(resolve(snapshot!), 'analysis.next', request)
      if (!told.ok) return refuse(terminal, told.error)
      const { network, steps } = told.value
      const { vocabulary, hiddenSize } = network
      const { probabilities, activeUnits } = steps.at(-1)!
      if (values.json) {
        const listed = ranked(vocabulary, probabilities).map(({ character, value }) => ({
          character,
          probability: value,
        }))
        printJson(terminal, { probabilities: listed, activeUnits, hiddenSize })
        return EXIT_CODES.success
      }
      const { language } = terminal
      const columns = [{ heading: TEXTS.probability, values: probabilities }]
      terminal.print(
        [
          localisedText(TEXTS.after, language, { prompt: visible(prompt), temperature }),
          sharesTable(vocabulary, columns, TOLD, language),
          localisedText(TEXTS.active, language, { active: activeUnits, hidden: hiddenSize }),
          localisedText(TEXTS.caution, language),
        ].join('\n\n'),
      )
      return EXIT_CODES.success
    })
  },
})
