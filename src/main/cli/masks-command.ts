// `charscope masks SNAPSHOT --prompt TEXT`: the report's masks, and the weights under them as CSV.
import { resolve } from 'node:path'
import type { MasksTold } from '#core/contract/analysis.ts'
import type { Language } from '#core/contract/errors.ts'
import { ANALYSED_PROMPT_FLAGS } from './analysed-prompt.ts'
import { visible } from './character-shares.ts'
import { defineCommand } from './command.ts'
import { EXIT_CODES } from './exit-codes.ts'
import { JSON_FLAG } from './flags.ts'
import { printJson } from './json-output.ts'
import { formatNumber, localisedText, type Localised } from './localised.ts'
import { saveMaskedWeights } from './masked-weights-csv.ts'
import { withTemporaryLab } from './open-lab.ts'
import { refuse, refuseMissing } from './refusals.ts'
import { tableText } from './table.ts'

const TEXTS = {
  before: { en: 'Units active before the last character', zh: '最后一个字符之前活跃的单元' },
  after: { en: 'Units active after it', zh: '之后活跃的单元' },
  outcomes: { en: 'Likely outcomes', zh: '可能的后续字符' },
  none: { en: 'none', zh: '无' },
  Whh: { en: 'Weights of Whh under the mask', zh: '掩码下的 Whh 权重' },
  Why: { en: 'Weights of Why under the mask', zh: '掩码下的 Why 权重' },
  saved: { en: 'The weights are in {file}.', zh: '权重已写入 {file}。' },
  caution: {
    en: 'Active is abs(h) > {threshold}, likely is p > {threshold}, after this one prompt. Nearly all units of a trained network may be active: being under the mask does not prove that a weight matters. charscope explain measures that.',
    zh: '活跃指 abs(h) > {threshold}，可能指 p > {threshold}，只针对这一个开头。训练好的网络可能几乎所有单元都活跃，所以在掩码之下并不证明权重重要；用 charscope explain 可以度量。',
  },
} satisfies Record<string, Localised>

function masksText(masks: MasksTold, threshold: number, file: string | null, language: Language): string {
  const { before, after, outcomes, counts, network } = masks
  const say = (name: keyof typeof TEXTS, parameters: Record<string, string | number> = {}): string =>
    localisedText(TEXTS[name], language, parameters)
  const named = outcomes.map((outcome) => visible(network.vocabulary[outcome]!)).join(' ')
  const table = tableText([
    [say('before'), formatNumber(before.length, language)],
    [say('after'), formatNumber(after.length, language)],
    [say('outcomes'), named === '' ? say('none') : named],
    [say('Whh'), formatNumber(counts.Whh, language)],
    [say('Why'), formatNumber(counts.Why, language)],
  ])
  const saved = file === null ? [] : [say('saved', { file })]
  return [table, ...saved, say('caution', { threshold })].join('\n\n')
}

export const masksCommand = defineCommand({
  operands: ['SNAPSHOT'],
  summary: {
    en: 'count the weights between active units, as the report does',
    zh: '按报告的方法统计活跃单元之间的权重',
  },
  details: [
    {
      en: 'With --csv the weights under the masks are written as lines of parameter, row, column and value, with NumPy’s coordinates.',
      zh: '使用 --csv 时，掩码下的权重逐行写出：参数、行、列、数值，坐标与 NumPy 相同。',
    },
  ],
  flags: {
    ...ANALYSED_PROMPT_FLAGS,
    threshold: {
      kind: 'number',
      range: { minimum: 0, maximum: 1, integer: false },
      default: 0.5,
      meaning: { en: 'of abs(h), and of a probability', zh: 'abs(h) 与概率的阈值' },
    },
    csv: {
      kind: 'path',
      placeholder: 'FILE',
      meaning: { en: 'write the weights under the masks there', zh: '把掩码下的权重写到该文件' },
    },
    json: JSON_FLAG,
  },
  run(terminal, { operands: [snapshot], values }) {
    const { prompt, threshold, csv, 'feed-last-twice': feedLastTwice } = values
    if (!prompt) return Promise.resolve(refuseMissing(terminal, '--prompt TEXT', 'masks SNAPSHOT --prompt TEXT'))
    return withTemporaryLab(terminal, async (lab) => {
      const path = resolve(snapshot!)
      const request = { prompt, threshold, feedLastTwice, skipUnknown: false }
      const masks = await lab.snapshotFiles.analyse(path, 'analysis.masks', request)
      if (!masks.ok) return refuse(terminal, masks.error)
      if (csv !== null) {
        const saved = await saveMaskedWeights(lab, path, request, resolve(csv))
        if (!saved.ok) return refuse(terminal, saved.error)
      }
      const { before, after, outcomes, counts, network } = masks.value
      if (values.json) {
        const named = outcomes.map((outcome) => network.vocabulary[outcome])
        const weights = { WhhWeights: counts.Whh, WhyWeights: counts.Why }
        printJson(terminal, { before: before.length, after: after.length, outcomes: named, ...weights })
      } else {
        terminal.print(masksText(masks.value, threshold, csv, terminal.language))
      }
      return EXIT_CODES.success
    })
  },
})
