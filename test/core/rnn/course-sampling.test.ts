// The course's own snapshot against NumPy (test/fixtures/rnn/make_sampling_fixtures.py): what it writes at several
// temperatures, and how undecided it is while it reads the report's text. Neither file is part of this repository;
// without them beside the checkout these tests are skipped.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { entropyBits } from '#core/analysis/next-character.ts'
import { readingLoss } from '#core/analysis/reading-loss.ts'
import { readingEntropies } from '#core/analysis/reading-entropy.ts'
import { readSnapshot } from '#core/formats/snapshot-reader.ts'
import { Writer } from '#core/rnn/writer.ts'
import type { ChosenKernel } from '#lab/kernel/choose-kernel.ts'
import { networkStepsWith } from '#lab/kernel/network-step.ts'
import { describeEachKernel } from '../training/fixtures.ts'
import expected from '../../fixtures/rnn/course-sampling.json' with { type: 'json' }

const FOLDER = resolve(import.meta.dirname, '../../../../shared/data')
const SNAPSHOT = resolve(FOLDER, 'char-rnn-snapshot.npz')
const TEXT = resolve(FOLDER, 'shakespeare_train.txt')
const isHere = existsSync(SNAPSHOT) && existsSync(TEXT)
if (!isHere) console.warn('SKIPPED: the course’s files are not beside this checkout, so sampling was not compared')

describe.skipIf(!isHere)('the course’s snapshot', () => {
  describeEachKernel(compareWith)
})

function compareWith(kernel: ChosenKernel): void {
  const snapshot = isHere ? readSnapshot(new Uint8Array(readFileSync(SNAPSHOT))) : null
  const { parameters, sizes, vocabulary } = snapshot ?? { vocabulary: { codePoints: [] as number[] } }
  const makeStep = networkStepsWith(kernel)
  const indexOf = new Map(vocabulary.codePoints.map((codePoint, index) => [codePoint, index]))

  it.each(expected.texts)('writes NumPy’s text at temperature $temperature', ({ temperature, ...theirs }) => {
    const writer = new Writer(makeStep, parameters!, sizes!, [indexOf.get(0x0a)!], 0)
    let entropy = 0
    const text = Array.from({ length: expected.length }, () => {
      const index = writer.next(parameters!, { temperature, topK: null, topP: null })
      entropy += entropyBits(writer.p)
      return String.fromCodePoint(vocabulary.codePoints[index]!)
    }).join('')
    expect(text.slice(0, 80)).toBe(theirs.beginning)
    expect(createHash('sha256').update(text).digest('hex')).toBe(theirs.sha256)
    expect(entropy / expected.length).toBeCloseTo(theirs.meanEntropy, 9)
  })

  it('is as undecided as NumPy has it: 0.51, 2.57 and 3.95 bits', () => {
    const text = readFileSync(TEXT, 'latin1').slice(0, expected.read)
    const indices = Array.from(text, (character) => indexOf.get(character.charCodeAt(0))!)
    const step = makeStep(parameters!, sizes!)
    const entropies = readingEntropies(step, sizes!.hiddenSize, indices, expected.temperatures)
    entropies.forEach((entropy, i) => expect(entropy).toBeCloseTo(expected.entropies[i]!, 9))
    expect(entropies.map((entropy) => Number(entropy.toFixed(2)))).toEqual([0.51, 2.57, 3.95])
    expect(readingLoss(step, sizes!.hiddenSize, indices, 1)).toBeCloseTo(expected.loss, 9)
  })
}
