// What `charscope info` tells people of a snapshot: its facts, one a line, and a table of its arrays.
import type { Language } from '#core/contract/errors.ts'
import type { ArrayFigures, SnapshotDescription } from '#core/contract/snapshots.ts'
import { characterName } from '#core/text/vocabulary.ts'
import { formatFigure, formatNumber, localisedText, type Localised } from './localised.ts'
import { tableText, type Alignment } from './table.ts'

const CHARACTERS_TOLD = 100
const KIBIBYTE = 1024

const TEXTS = {
  size: { en: 'Size', zh: '大小' },
  kibibytes: { en: '{count} KiB', zh: '{count} KiB' },
  hidden: { en: 'Hidden units', zh: '隐藏单元' },
  parameters: { en: 'Parameters', zh: '参数' },
  vocabulary: { en: 'Vocabulary', zh: '词表' },
  characters: { en: '{count} characters: {characters}', zh: '{count} 个字符：{characters}' },
  more: { en: '{characters} and {count} more', zh: '{characters} 等，另有 {count} 个' },
  iteration: { en: 'Iteration', zh: '迭代次数' },
  loss: { en: 'Smooth loss', zh: '平滑损失' },
  'loss-value': {
    en: '{nats} nats a sequence of {length}, {bits} bits a character',
    zh: '每个长度为 {length} 的序列 {nats} 奈特，每字符 {bits} 比特',
  },
  text: { en: 'Text', zh: '文本' },
  'text-length': { en: '{count} characters', zh: '{count} 个字符' },
  'text-named': { en: '{name}, {count} characters', zh: '{name}，{count} 个字符' },
  settings: { en: 'Trained with', zh: '训练设置' },
  'settings-value': {
    en: 'learning rate {learningRate}, temperature {temperature}, clip {clip}, seed {seed}',
    zh: '学习率 {learningRate}，温度 {temperature}，截断 {clip}，种子 {seed}',
  },
  memory: { en: 'Adagrad memory', zh: 'Adagrad 累积量' },
  others: { en: 'Other members', zh: '其他内容' },
  untold: { en: 'the file does not tell', zh: '文件中没有' },
  absent: { en: 'none: training goes on with an empty one', zh: '没有：继续训练时从零开始累积' },
  present: { en: 'yes', zh: '有' },
  array: { en: 'Array', zh: '数组' },
  shape: { en: 'shape', zh: '形状' },
  mean: { en: 'mean', zh: '均值' },
  deviation: { en: 'deviation', zh: '标准差' },
  minimum: { en: 'minimum', zh: '最小值' },
  maximum: { en: 'maximum', zh: '最大值' },
  norm: { en: 'norm', zh: '范数' },
} satisfies Record<string, Localised>

const ARRAY_HEADINGS = ['array', 'shape', 'mean', 'deviation', 'minimum', 'maximum', 'norm'] as const
const ARRAY_ALIGNMENTS: Alignment[] = ['left', 'right', 'right', 'right', 'right', 'right', 'right']

export function snapshotText(description: SnapshotDescription, language: Language): string {
  const say = (name: keyof typeof TEXTS, parameters: Record<string, string | number> = {}): string =>
    localisedText(TEXTS[name], language, parameters)
  const number = (value: number, decimals = 0): string => formatNumber(value, language, decimals)

  function vocabularyLine(vocabulary: string): string {
    const names = Array.from(vocabulary, (character) => characterName(character.codePointAt(0)!))
    const told = names.slice(0, CHARACTERS_TOLD).join(' ')
    const left = names.length - CHARACTERS_TOLD
    const characters = left > 0 ? say('more', { characters: told, count: number(left) }) : told
    return say('characters', { count: number(names.length), characters })
  }

  function lossLine(): string {
    const { smoothLoss, sequenceLength: length } = description.snapshot
    if (smoothLoss === null || length === null) return say('untold')
    const bits = smoothLoss / length / Math.LN2
    return say('loss-value', { nats: number(smoothLoss, 4), length, bits: number(bits, 3) })
  }

  function textLine(): string {
    const { dataset: name, dataSize } = description.snapshot
    if (dataSize === null) return name ?? say('untold')
    const count = number(dataSize)
    return name === null ? say('text-length', { count }) : say('text-named', { name, count })
  }

  function settingsLine(): string {
    if (!description.settings) return say('untold')
    const { learningRate, temperature, clip, seed } = description.settings
    return say('settings-value', { learningRate, temperature, clip, seed })
  }

  function arrayRows(arrays: Record<string, ArrayFigures>, prefix: string): string[][] {
    return Object.entries(arrays).map(([name, { shape, mean, standardDeviation, minimum, maximum, norm }]) => [
      prefix + name,
      `(${shape.join(', ')})`,
      ...[mean, standardDeviation, minimum, maximum, norm].map(formatFigure),
    ])
  }

  const { snapshot, parameters, adagradMemory, otherMembers } = description
  const facts = [
    [say('size'), say('kibibytes', { count: number(snapshot.bytes / KIBIBYTE, 1) })],
    [say('hidden'), number(snapshot.hiddenSize)],
    [say('parameters'), number(snapshot.parameterCount)],
    [say('vocabulary'), vocabularyLine(snapshot.vocabulary)],
    [say('text'), textLine()],
    [say('iteration'), snapshot.iteration === null ? say('untold') : number(snapshot.iteration)],
    [say('loss'), lossLine()],
    [say('settings'), settingsLine()],
    [say('memory'), say(adagradMemory ? 'present' : 'absent')],
    ...(otherMembers.length > 0 ? [[say('others'), otherMembers.join(', ')]] : []),
  ]
  const arrays = [
    ARRAY_HEADINGS.map((name) => say(name)),
    ...arrayRows(parameters, ''),
    ...(adagradMemory ? arrayRows(adagradMemory, 'm') : []),
  ]
  return [snapshot.fileName, tableText(facts), '', tableText(arrays, ARRAY_ALIGNMENTS)].join('\n')
}
