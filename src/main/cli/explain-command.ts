// `charscope explain SNAPSHOT CHARACTER --for CHARS --against CHARS|rest --text FILE`: which of the character's weights
// set one kind of outcome against another, and whether knocking them out bears that out. How it is told to people is in
// explain-text.ts.
import { resolve } from 'node:path'
import type { ContrastSets } from '#core/contract/analysis.ts'
import { NUMBER_SETTINGS } from '#core/contract/settings.ts'
import { readAnalysedText, TEXT_FLAG } from './analysed-text.ts'
import { byCharacter } from './character-shares.ts'
import { defineCommand } from './command.ts'
import { readText } from './escapes.ts'
import { EXIT_CODES } from './exit-codes.ts'
import { explainText, type Explained } from './explain-text.ts'
import { JSON_FLAG } from './flags.ts'
import { printJson } from './json-output.ts'
import { knockOutStrongest } from './knock-out-strongest.ts'
import { withTemporaryLab } from './open-lab.ts'
import { refuse, refuseArguments, refuseMissing } from './refusals.ts'

const REST = 'rest'
const USAGE = 'explain SNAPSHOT CHARACTER --for CHARS --against CHARS|rest --text FILE'

function explainJson({ explanation, knockedOut, top }: Explained) {
  const { contrast, total, sumOfEffects, rows, network } = explanation
  const of = (values: readonly number[]): Record<string, number> => byCharacter(network.vocabulary, values)
  const knockOut = knockedOut && {
    count: knockedOut.count,
    before: of(knockedOut.before),
    after: of(knockedOut.after),
    random: { mean: of(knockedOut.random.mean), low: of(knockedOut.random.low), high: of(knockedOut.random.high) },
  }
  const weights = rows
    .slice(0, top)
    .map(({ unit, effect, Wxh, WhyFor, WhyAgainst }) => ({ unit, effect, Wxh, WhyFor, WhyAgainst }))
  return { contrast, total, sumOfEffects, weights, knockOut }
}

export const explainCommand = defineCommand({
  operands: ['SNAPSHOT', 'CHARACTER'],
  summary: { en: 'tell which weights make one outcome follow rather than another', zh: '找出让某种字符跟随其后的权重' },
  details: [
    {
      en: 'The contrast is the mean logit of the outcomes --for minus that of those --against; “rest” stands for all others. The effect of Wxh[u, c] is what it adds to the contrast while the history’s part is held fixed, mean over the character’s places in the text; the effects of all units add up to what removing the whole column changes.',
      zh: '对比量是 --for 各字符的平均 logit 减去 --against 各字符的平均 logit；rest 表示其余全部字符。Wxh[u, c] 的效应是在历史部分不变时它对对比量的贡献，取该字符在文本各处的平均；所有单元的效应之和等于去掉整列所引起的变化。',
    },
    {
      en: '--knock-out N sets the N strongest of these weights to 0 at the character’s own step, and as many at random, 100 times, drawn by --seed.',
      zh: '--knock-out N 在该字符这一步把其中最强的 N 个权重设为 0，并与同样多个随机权重（按 --seed 抽 100 次）比较。',
    },
  ],
  flags: {
    for: {
      kind: 'text',
      placeholder: 'CHARS',
      default: null,
      meaning: { en: 'the outcomes to be explained, required', zh: '要解释的后续字符，必填' },
    },
    against: {
      kind: 'text',
      placeholder: 'CHARS|rest',
      default: REST,
      meaning: { en: 'the outcomes that they are set against', zh: '与之对比的后续字符' },
    },
    text: TEXT_FLAG,
    top: {
      kind: 'number',
      range: { ...NUMBER_SETTINGS.hiddenSize, minimum: 1 },
      default: 10,
      meaning: { en: 'weights to list, strongest first', zh: '列出的权重数，最强的在前' },
    },
    'knock-out': {
      kind: 'number',
      range: { ...NUMBER_SETTINGS.hiddenSize, minimum: 1 },
      default: null,
      meaning: { en: 'weights to knock out, strongest first', zh: '敲除的权重数，最强的在前' },
    },
    seed: {
      kind: 'number',
      range: NUMBER_SETTINGS.seed,
      default: NUMBER_SETTINGS.seed.default,
      meaning: { en: 'of the random knock-outs', zh: '随机敲除的种子' },
    },
    json: JSON_FLAG,
  },
  async run(terminal, { operands: [snapshot, argument], values }) {
    const target = readText('CHARACTER', argument!)
    if (!target.ok) return refuseArguments(terminal, target.problem)
    const { for: ours, against, text: file, top, 'knock-out': count, seed } = values
    if (ours === null) return refuseMissing(terminal, '--for CHARS', USAGE)
    if (file === null) return refuseMissing(terminal, '--text FILE', USAGE)
    const sets: ContrastSets = { for: Array.from(ours), against: against === REST ? REST : Array.from(against) }
    const path = resolve(snapshot!)
    return withTemporaryLab(terminal, async (lab) => {
      const read = await readAnalysedText(lab, terminal, path, file)
      if (!read.ok) return refuse(terminal, read.error)
      const asked = { ...read.value.place, target: target.value, contexts: 'text', seed: 0 } as const
      const request = { ...asked, ...sets, route: 'character' } as const
      const explanation = await lab.snapshotFiles.analyse(path, 'analysis.contrast', request)
      if (!explanation.ok) return refuse(terminal, explanation.error)
      const knockedOut =
        count === null ? null : await knockOutStrongest(lab, path, asked, explanation.value, count, seed)
      if (knockedOut && !knockedOut.ok) return refuse(terminal, knockedOut.error)
      const told = { target: target.value, explanation: explanation.value, knockedOut: knockedOut?.value ?? null, top }
      if (values.json) printJson(terminal, explainJson(told))
      else terminal.print(explainText(told, terminal.language))
      return EXIT_CODES.success
    })
  },
})
