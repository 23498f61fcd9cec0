// What may be changed when a run goes on from a snapshot, and what the snapshot has settled once and for all.
import type { TextOptions, TrainingSettings } from '#core/contract/settings.ts'
import type { Snapshot } from '#core/formats/snapshot.ts'
import { LabError } from '../lab-error.ts'

/** What is given anew; all else is the snapshot's. */
export interface ResumeChanges {
  settings?: Partial<TrainingSettings>
  text?: Partial<TextOptions>
}

function agrees(setting: string, given: number | string | undefined, found: unknown): void {
  if (given === undefined || typeof found !== typeof given || given === found) return
  throw new LabError('settings-contradict', { setting, given, found: String(found) })
}

function isSorted(codePoints: readonly number[]): boolean {
  return codePoints.every((codePoint, index) => index === 0 || codePoints[index - 1]! < codePoint)
}

/**
 * A snapshot fixes the shape of the network, how its characters are numbered and, where the lab saved it, how its text
 * was read and where its random numbers stand.
 *
 * @throws LabError when a change contradicts that
 */
export function requireAgreement({ sizes, vocabulary, resume }: Snapshot, { settings, text }: ResumeChanges): void {
  const { seed, encoding, vocabularyOrder } = resume?.hyperparameters ?? {}
  agrees('hiddenSize', settings?.hiddenSize, sizes.hiddenSize)
  agrees('seed', settings?.seed, seed)
  if (text?.encoding !== 'auto') agrees('encoding', text?.encoding, encoding)
  const ownOrder = vocabularyOrder ?? (isSorted(vocabulary.codePoints) ? 'sorted' : null)
  const givenOrder = text?.vocabularyOrder ?? ownOrder
  if (givenOrder !== null && givenOrder !== ownOrder) {
    throw new LabError('vocabulary-order-contradicts', { given: String(givenOrder) })
  }
}
