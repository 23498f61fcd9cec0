// The flags of `charscope train`: a row for each setting of a run, with the setting's name, and those that only a
// terminal has.
import { KERNELS } from '#core/contract/kernels.ts'
import {
  DEFAULT_TEXT_OPTIONS,
  ENCODING_CHOICES,
  GRADIENTS,
  NUMBER_SETTINGS,
  textOptionsSchema,
  trainingSettingsSchema,
  VOCABULARY_ORDERS,
  type NumberSetting,
  type TextOptions,
  type TrainingSettings,
} from '#core/contract/settings.ts'
import { JSON_FLAG, type FlagValues, type NumberFlag } from './flags.ts'
import type { Localised } from './localised.ts'

type SettingFlag = NumberFlag & { default: number; setting: NumberSetting }

function setting(name: NumberSetting, meaning: Localised): SettingFlag {
  const range = NUMBER_SETTINGS[name]
  return { kind: 'number', range, default: range.default, meaning, setting: name }
}

export const TRAIN_FLAGS = {
  hidden: setting('hiddenSize', { en: 'hidden units', zh: '隐藏单元数' }),
  'seq-length': setting('sequenceLength', { en: 'characters in a sequence', zh: '每个序列的字符数' }),
  'learning-rate': setting('learningRate', { en: 'step size of Adagrad', zh: 'Adagrad 的学习率' }),
  temperature: setting('temperature', { en: 'divides the scores in the softmax', zh: '温度：softmax 中分数的除数' }),
  clip: setting('clip', { en: 'gradient entries are cut to plus or minus N', zh: '梯度各分量截断到正负 N 之间' }),
  batch: setting('batch', { en: 'streams read side by side', zh: '同时读取的文本流数' }),
  gradients: {
    kind: 'choice',
    choices: GRADIENTS,
    default: 'average',
    setting: 'gradients',
    meaning: { en: 'what becomes of the gradients of a batch', zh: '一批梯度取平均还是求和' },
  },
  threads: setting('threads', {
    en: 'threads for a batch, 0 for as many as are useful',
    zh: '批量训练使用的线程数，0 表示自动',
  }),
  iterations: {
    ...setting('iterations', { en: 'iterations to train', zh: '训练的迭代次数' }),
    default: 1000,
  },
  seed: setting('seed', { en: 'as in numpy.random.seed(N)', zh: '与 numpy.random.seed(N) 相同' }),
  encoding: {
    kind: 'choice',
    choices: ENCODING_CHOICES,
    default: DEFAULT_TEXT_OPTIONS.encoding,
    textOption: 'encoding',
    meaning: { en: 'how the bytes become characters', zh: '字节如何变成字符' },
  },
  vocabulary: {
    kind: 'choice',
    choices: VOCABULARY_ORDERS,
    default: DEFAULT_TEXT_OPTIONS.vocabularyOrder,
    textOption: 'vocabularyOrder',
    meaning: { en: 'how the characters are numbered', zh: '字符的编号顺序' },
  },
  'log-every': {
    kind: 'number',
    range: { minimum: 1, maximum: NUMBER_SETTINGS.iterations.maximum, integer: true },
    default: 100,
    meaning: { en: 'iterations between two lines of losses', zh: '每隔多少次迭代输出一行损失' },
  },
  'sample-every': setting('sampleEvery', {
    en: 'iterations between two samples, 0 for none',
    zh: '每隔多少次迭代采样一次，0 表示不采样',
  }),
  'sample-length': setting('sampleLength', { en: 'characters in a sample', zh: '每个样本的字符数' }),
  'held-out-share': setting('heldOutShare', {
    en: 'share of the text, at its end, that is not trained on',
    zh: '文本末尾不参与训练的比例',
  }),
  snapshot: {
    kind: 'path',
    placeholder: 'OUT',
    meaning: { en: 'also save snapshots as this .npz or .pkl', zh: '同时把快照保存为这个 .npz 或 .pkl 文件' },
  },
  'snapshot-every': setting('snapshotEvery', {
    en: 'iterations between two snapshots, 0 for none but the last',
    zh: '每隔多少次迭代保存一次快照，0 表示只保存最后一次',
  }),
  resume: {
    kind: 'path',
    placeholder: 'SNAPSHOT',
    meaning: { en: 'go on from this snapshot', zh: '从这个快照继续训练' },
  },
  'sample-temperature': {
    kind: 'number',
    range: NUMBER_SETTINGS.temperature,
    default: null,
    setting: 'sampleTemperature',
    meaning: { en: 'temperature of the samples, if not that of training', zh: '采样的温度，不设则与训练相同' },
  },
  'data-folder': {
    kind: 'path',
    placeholder: 'FOLDER',
    meaning: {
      en: 'where the run is kept, if not with the others',
      zh: '训练记录的保存位置，不设则与其他训练放在一起',
    },
  },
  kernel: {
    kind: 'choice',
    choices: KERNELS,
    default: 'fused',
    meaning: { en: 'the fastest kernel to use, where it works', zh: '可用时使用的最快内核' },
  },
  json: JSON_FLAG,
} as const

export type TrainValues = FlagValues<typeof TRAIN_FLAGS>

const ROWS = Object.entries(TRAIN_FLAGS)
const SETTINGS = ROWS.flatMap(([flag, row]) => ('setting' in row ? [{ flag, name: row.setting }] : []))
const TEXT_OPTIONS = ROWS.flatMap(([flag, row]) => ('textOption' in row ? [{ flag, name: row.textOption }] : []))

function named(rows: readonly { flag: string; name: string }[], values: Partial<TrainValues>): Record<string, unknown> {
  const byFlag: Readonly<Record<string, unknown>> = values
  return Object.fromEntries(rows.flatMap(({ flag, name }) => (flag in byFlag ? [[name, byFlag[flag]]] : [])))
}

/** The settings of a new run. */
export function trainingSettings(values: TrainValues): TrainingSettings {
  return trainingSettingsSchema.parse(named(SETTINGS, values))
}

/** Those settings whose flags were given. */
export function givenSettings(given: Partial<TrainValues>): Partial<TrainingSettings> {
  return named(SETTINGS, given)
}

export function textOptions(values: TrainValues): TextOptions {
  return textOptionsSchema.parse(named(TEXT_OPTIONS, values))
}

export function givenTextOptions(given: Partial<TrainValues>): Partial<TextOptions> {
  return named(TEXT_OPTIONS, given)
}

/** The flag that stands for a setting or a text option, as it is typed. */
export function flagOf(setting: string): string {
  const row = [...SETTINGS, ...TEXT_OPTIONS].find(({ name }) => name === setting)
  return row ? `--${row.flag}` : setting
}
