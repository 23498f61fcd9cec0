// `charscope follows SNAPSHOT CHARACTER --text FILE`: what a network expects after a character, over all of its places in
// a text, beside what truly came there.
import { resolve } from 'node:path'
import type { Follows } from '#core/contract/analysis.ts'
import type { Language } from '#core/contract/errors.ts'
import { readAnalysedText, TEXT_FLAG } from './analysed-text.ts'
import { byCharacter, sharesTable, visible } from './character-shares.ts'
import { defineCommand } from './command.ts'
import { readText } from './escapes.ts'
import { EXIT_CODES } from './exit-codes.ts'
import { JSON_FLAG } from './flags.ts'
import { printJson } from './json-output.ts'
import { formatNumber, localisedText, type Localised } from './localised.ts'
import { withTemporaryLab } from './open-lab.ts'
import { refuse, refuseArguments, refuseMissing } from './refusals.ts'

const TOLD = 10

const TEXTS = {
  after: {
    en: 'After “{target}”, {occurrences} times in the text (figures over {contexts} of them):',
    zh: '“{target}”之后，在文本中共 {occurrences} 次（以下数字取自其中 {contexts} 次）：',
  },
  model: { en: 'network', zh: '网络' },
  text: { en: 'text', zh: '文本' },
  count: { en: 'count', zh: '次数' },
  figures: {
    en: 'The past matters by {bits} bits. The likeliest character came in {accuracy} of the cases; always guessing the most frequent one gets {base}.',
    zh: '上文的影响为 {bits} 比特。最可能的字符在 {accuracy} 的情况下确实出现；总猜最常见的字符则为 {base}。',
  },
  caution: {
    en: 'Means over contexts: in a single place the network may expect something quite different. That both agree does not prove that the network knows why.',
    zh: '这些是各处上下文的平均：在单独一处，网络的预期可能大不相同。两者一致也不能证明网络知道原因。',
  },
} satisfies Record<string, Localised>

function followsText(target: string, told: Follows, language: Language): string {
  const { occurrences, contexts, outcomes, textCounts, pastMattersBits, accuracy, baseRate } = told
  const number = (value: number, decimals = 0): string => formatNumber(value, language, decimals)
  const columns = [
    { heading: TEXTS.model, values: outcomes.map(({ mean }) => mean) },
    { heading: TEXTS.text, values: textCounts.map((count) => count / occurrences) },
    { heading: TEXTS.count, values: textCounts, decimals: 0 },
  ]
  const figures = {
    bits: number(pastMattersBits, 3),
    accuracy: number(accuracy ?? 0, 3),
    base: number(baseRate ?? 0, 3),
  }
  return [
    localisedText(TEXTS.after, language, {
      target: visible(target),
      occurrences: number(occurrences),
      contexts: number(contexts),
    }),
    sharesTable(told.network.vocabulary, columns, TOLD, language),
    localisedText(TEXTS.figures, language, figures),
    localisedText(TEXTS.caution, language),
  ].join('\n\n')
}

export const followsCommand = defineCommand({
  operands: ['SNAPSHOT', 'CHARACTER'],
  summary: { en: 'tell what follows a character, network beside text', zh: '比较一个字符之后网络的预期与文本的实际' },
  details: [
    {
      en: 'CHARACTER may be several; the contexts are then those of the whole string. \\n, \\t, \\xNN and \\uNNNN are understood.',
      zh: 'CHARACTER 可以是多个字符，此时取整个字符串的各处上下文。可用 \\n、\\t、\\xNN 和 \\uNNNN。',
    },
  ],
  flags: { text: TEXT_FLAG, json: JSON_FLAG },
  async run(terminal, { operands: [snapshot, argument], values }) {
    const target = readText('CHARACTER', argument!)
    if (!target.ok) return refuseArguments(terminal, target.problem)
    const { text: file } = values
    if (file === null) return refuseMissing(terminal, '--text FILE', 'follows SNAPSHOT CHARACTER --text FILE')
    const path = resolve(snapshot!)
    return withTemporaryLab(terminal, async (lab) => {
      const read = await readAnalysedText(lab, terminal, path, file)
      if (!read.ok) return refuse(terminal, read.error)
      const [first] = read.value.summary.network.vocabulary
      const contexts = { target: target.value, contexts: 'text', seed: 0 } as const
      // Which two outcomes are told for every context makes no difference here.
      const request = { ...read.value.place, ...contexts, outcomes: [first!, first!] as [string, string] }
      const told = await lab.snapshotFiles.analyse(path, 'analysis.follows', request)
      if (!told.ok) return refuse(terminal, told.error)
      if (!values.json) {
        terminal.print(followsText(target.value, told.value, terminal.language))
        return EXIT_CODES.success
      }
      const { network, occurrences, textCounts, outcomes, pastMattersBits, accuracy, baseRate } = told.value
      const { vocabulary } = network
      const text = Object.entries(byCharacter(vocabulary, textCounts)).filter(([, count]) => count > 0)
      const model = byCharacter(
        vocabulary,
        outcomes.map(({ mean }) => mean),
      )
      const figures = { pastMattersBits, accuracy, baseRate }
      printJson(terminal, { character: target.value, occurrences, text: Object.fromEntries(text), model, ...figures })
      return EXIT_CODES.success
    })
  },
})
