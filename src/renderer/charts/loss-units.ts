// The units in which a loss can be read, as factors on the nats per sequence that the lab reports.
import type { Preferences } from '#core/contract/preferences.ts'

export type LossUnit = Preferences['lossUnit']

/** A unit's name is the message `units.<name>`; `digits` are the decimals worth showing. */
export const LOSS_UNITS: Record<LossUnit, { digits: number; perNatOfSequence: (sequenceLength: number) => number }> = {
  natsPerSequence: { digits: 2, perNatOfSequence: () => 1 },
  natsPerCharacter: { digits: 3, perNatOfSequence: (sequenceLength) => 1 / sequenceLength },
  bitsPerCharacter: { digits: 3, perNatOfSequence: (sequenceLength) => 1 / (sequenceLength * Math.LN2) },
}

export const LOSS_UNIT_NAMES = Object.keys(LOSS_UNITS) as LossUnit[]
