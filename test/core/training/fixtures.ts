// The fixtures of test/fixtures/rnn, made by NumPy, and run memories set up to be compared with them.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { RunSizes } from '#core/training/run-memory.ts'
import { runMemoryBytes, runMemoryViews, type RunMemory } from '#core/training/run-memory.ts'
import { encodeIndices, vocabularyOf } from '#core/text/vocabulary.ts'

export interface Sampled {
  iteration: number
  text: string
}

export interface Trajectory {
  learningRate: number
  iterations: number
  sampleEvery: number
  sampleLength: number
  losses: number[]
  smoothLosses: number[]
  samples: Sampled[]
}

export interface LoopState {
  parameters: number[]
  adagradMemory: number[]
  hprev: number[]
  smoothLoss: number
}

export interface SmallNetworkFixture {
  hiddenSize: number
  sequenceLength: number
  seed: number
  vocabularySize: number
  temperature: number
  learningRate: number
  clip: number
  text: string
  vocabulary: string
  firstPass: { hs: number[][]; ps: number[][] }
  iterations: {
    position: number
    inputs: number[]
    targets: number[]
    state: LoopState
    loss: number
    smoothLoss: number
    gradients: number[]
    gradientNorm: number
    clippedEntries: number
    parameterNorm: number
  }[]
  end: LoopState
  trajectory: Trajectory
}

export interface ReportSizedFixture extends Omit<
  SmallNetworkFixture,
  'text' | 'vocabulary' | 'firstPass' | 'iterations' | 'end'
> {
  text: { file: string; sha256: string }
}

export function readFixture<Fixture>(name: string): Fixture {
  const file = resolve(import.meta.dirname, '../../fixtures/rnn', name)
  return JSON.parse(readFileSync(file, 'utf8')) as Fixture
}

export function codePointsOf(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0)!)
}

export function indicesOf(text: string): { indices: Uint16Array; characters: string[] } {
  const codePoints = codePointsOf(text)
  const vocabulary = vocabularyOf(codePoints, 'sorted')
  const indices = new Uint16Array(codePoints.length)
  encodeIndices(codePoints, vocabulary, indices)
  return { indices, characters: vocabulary.codePoints.map((codePoint) => String.fromCodePoint(codePoint)) }
}

export function allocate(sizes: RunSizes): RunMemory {
  return runMemoryViews(new SharedArrayBuffer(runMemoryBytes(sizes)), sizes)
}

/** The largest relative difference; entries that NumPy has near zero are compared with `floor`. */
export function relativeDifference(actual: ArrayLike<number>, expected: ArrayLike<number>, floor = 1e-8): number {
  if (actual.length !== expected.length) return Infinity
  let largest = 0
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs(actual[i]! - expected[i]!) / Math.max(Math.abs(expected[i]!), floor)
    // A NaN must count as a difference.
    if (!(difference <= largest)) largest = difference
  }
  return largest
}
