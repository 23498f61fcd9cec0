// What `charscope explain` tells people: the contrast, its weights by NumPy's coordinates, and the knock-out.
import type { ContrastExplanation } from '#core/contract/analysis.ts'
import type { Language } from '#core/contract/errors.ts'
import { sharesTable, visible } from './character-shares.ts'
import type { KnockedOut } from './knock-out-strongest.ts'
import { formatFigure, formatNumber, localisedText, type Localised } from './localised.ts'
import { tableText } from './table.ts'

/** Outcomes of a side that are named. */
const NAMED = 8
/** Outcomes in the table of a knock-out. */
const TOLD = 6

export interface Explained {
  target: string
  explanation: ContrastExplanation
  knockedOut: KnockedOut | null
  top: number
}

const TEXTS = {
  question: {
    en: 'After “{target}”: {for} rather than {against}, over {contexts} contexts',
    zh: '“{target}”之后：为何是 {for} 而不是 {against}，共 {contexts} 处上下文',
  },
  more: { en: '{characters} and {count} more', zh: '{characters} 等，另有 {count} 个' },
  sums: {
    en: 'The contrast is {contrast}. Removing the whole column Wxh[:, {column}] changes it by {total}; the effects of all {units} units add up to {sum}.',
    zh: '对比量为 {contrast}。去掉整列 Wxh[:, {column}] 使它变化 {total}；全部 {units} 个单元的效应之和为 {sum}。',
  },
  weight: { en: 'Weight', zh: '权重' },
  value: { en: 'value', zh: '数值' },
  effect: { en: 'effect', zh: '效应' },
  whyFor: { en: 'Why[{rows}, u]', zh: 'Why[{rows}, u]' },
  meanWhy: { en: 'mean Why[{count} rows, u]', zh: 'Why[{count} 行, u] 均值' },
  knockOut: {
    en: 'With the {count} strongest at 0, and with {count} at random ({draws} draws):',
    zh: '最强的 {count} 个设为 0，以及随机 {count} 个设为 0（抽 {draws} 次）：',
  },
  before: { en: 'before', zh: '之前' },
  after: { en: 'after', zh: '之后' },
  random: { en: 'random mean', zh: '随机均值' },
  low: { en: 'lowest', zh: '最低' },
  high: { en: 'highest', zh: '最高' },
  caution: {
    en: 'The effects say what these weights do at this step, the state before it being as it was; not where that state came from, nor what a network trained without them would do. Another contrast has another answer.',
    zh: '效应只说明在之前状态不变的前提下这些权重在这一步起的作用；不说明那个状态从何而来，也不说明缺少它们的网络训练后会怎样。换一种对比，答案也会不同。',
  },
} satisfies Record<string, Localised>

export function explainText({ target, explanation, knockedOut, top }: Explained, language: Language): string {
  const { network, contexts, contrast, total, sumOfEffects, rows } = explanation
  const { vocabulary, hiddenSize } = network
  const say = (name: keyof typeof TEXTS, parameters: Record<string, string | number> = {}): string =>
    localisedText(TEXTS[name], language, parameters)
  const column = vocabulary.indexOf(Array.from(target).at(-1)!)

  function sideOf(outcomes: readonly number[]): string {
    const names = outcomes.map((outcome) => visible(vocabulary[outcome]!))
    const characters = names.slice(0, NAMED).join(' ')
    return names.length > NAMED ? say('more', { characters, count: names.length - NAMED }) : characters
  }
  function outputHeading(outcomes: readonly number[]): string {
    return outcomes.length === 1 ? say('whyFor', { rows: outcomes[0]! }) : say('meanWhy', { count: outcomes.length })
  }

  const headings = [
    say('weight'),
    say('value'),
    outputHeading(explanation.for),
    outputHeading(explanation.against),
    say('effect'),
  ]
  const weights = rows
    .slice(0, top)
    .map(({ unit, Wxh, WhyFor, WhyAgainst, effect }) => [
      `Wxh[${unit}, ${column}]`,
      ...[Wxh, WhyFor, WhyAgainst, effect].map(formatFigure),
    ])
  const sums = { contrast: formatFigure(contrast), total: formatFigure(total), sum: formatFigure(sumOfEffects) }
  const parts = [
    say('question', {
      target: visible(target),
      for: sideOf(explanation.for),
      against: sideOf(explanation.against),
      contexts: formatNumber(contexts, language),
    }),
    tableText([headings, ...weights], ['left', 'right', 'right', 'right', 'right']),
    say('sums', { ...sums, column, units: hiddenSize }),
  ]
  if (knockedOut) {
    const { count, before, after, random } = knockedOut
    const columns = [
      { heading: TEXTS.before, values: before },
      { heading: TEXTS.after, values: after },
      { heading: TEXTS.random, values: random.mean },
      { heading: TEXTS.low, values: random.low },
      { heading: TEXTS.high, values: random.high },
    ]
    parts.push(say('knockOut', { count, draws: random.draws }), sharesTable(vocabulary, columns, TOLD, language))
  }
  return [...parts, say('caution')].join('\n\n')
}
