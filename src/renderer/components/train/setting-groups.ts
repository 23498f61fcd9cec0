// Which settings the form shows at once and which on demand, in order.
import type { NumberSetting } from '#core/contract/settings.ts'

export const MAIN_SETTINGS = [
  'hiddenSize',
  'sequenceLength',
  'learningRate',
  'temperature',
  'iterations',
] as const satisfies readonly NumberSetting[]

export const FURTHER_SETTINGS = [
  'clip',
  'seed',
  'sampleEvery',
  'sampleLength',
  'heldOutShare',
  'batch',
  'threads',
] as const satisfies readonly NumberSetting[]
