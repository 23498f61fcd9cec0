// The flags of `charscope train`: a row for each setting of a run, and those that only a terminal has.
import { KERNELS } from '#core/contract/kernels.ts'
import {
  DEFAULT_TEXT_OPTIONS,
  ENCODINGS,
  GRADIENTS,
  NUMBER_SETTINGS,
  VOCABULARY_ORDERS,
  type NumberSetting,
  type TextOptions,
  type TrainingSettings,
} from '#core/contract/settings.ts'
import { JSON_FLAG, type FlagValues, type NumberFlag } from './flags.ts'
import type { Localised } from './localised.ts'

function setting(name: NumberSetting, meaning: Localised): NumberFlag & { default: number } {
  return { kind: 'number', range: NUMBER_SETTINGS[name], default: NUMBER_SETTINGS[name].default, meaning }
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
    choices: ENCODINGS,
    default: DEFAULT_TEXT_OPTIONS.encoding,
    meaning: { en: 'how the bytes become characters', zh: '字节如何变成字符' },
  },
  vocabulary: {
    kind: 'choice',
    choices: VOCABULARY_ORDERS,
    default: DEFAULT_TEXT_OPTIONS.vocabularyOrder,
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
  'snapshot-every': setting('snapshotEvery', {
    en: 'iterations between two snapshots in the run’s folder, 0 for none',
    zh: '每隔多少次迭代在训练文件夹中保存快照，0 表示不保存',
  }),
  'sample-temperature': {
    kind: 'number',
    range: NUMBER_SETTINGS.temperature,
    default: null,
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

export function trainingSettings(values: TrainValues): TrainingSettings {
  return {
    hiddenSize: values['hidden'],
    sequenceLength: values['seq-length'],
    learningRate: values['learning-rate'],
    temperature: values['temperature'],
    clip: values['clip'],
    batch: values['batch'],
    gradients: values['gradients'],
    threads: values['threads'],
    seed: values['seed'],
    iterations: values['iterations'],
    sampleEvery: values['sample-every'],
    snapshotEvery: values['snapshot-every'],
    heldOutShare: values['held-out-share'],
    sampleLength: values['sample-length'],
    sampleTemperature: values['sample-temperature'],
  }
}

export function textOptions(values: TrainValues): TextOptions {
  return { encoding: values['encoding'], vocabularyOrder: values['vocabulary'] }
}
