// The fixtures of test/fixtures/rnn, made by NumPy, and run memories set up to be compared with them.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe } from 'vitest'
import { KERNELS, type KernelName } from '#core/contract/kernels.ts'
import { KernelStep } from '#core/training/kernel-step.ts'
import { ReferenceStep } from '#core/training/reference-step.ts'
import { runMemoryViews, type RunMemory, type RunSizes } from '#core/training/run-memory.ts'
import { TrainingRun, type LoopSettings } from '#core/training/training-run.ts'
import type { TrainingStep } from '#core/training/training-step.ts'
import { chooseKernel, type ChosenKernel } from '#lab/kernel/choose-kernel.ts'
import { instantiateKernel } from '#lab/kernel/instantiate-kernel.ts'
import { allocateRunMemory } from '#lab/runs/allocate.ts'
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

/** One stream and one thread, where a test says nothing else. */
export type TestSizes = Omit<RunSizes, 'batch' | 'threads'> & Partial<RunSizes>

export interface RunParts {
  memory: RunMemory
  /** What computes the run's iterations. */
  stepBy: (settings: LoopSettings) => TrainingStep
  runOver: (text: Uint16Array, settings: LoopSettings) => TrainingRun
}

/** A run's memory, with the reference or a kernel to work in it. */
export function allocate(testSizes: TestSizes, { module }: ChosenKernel = chooseKernel('reference')): RunParts {
  const sizes = { batch: 1, threads: 1, ...testSizes }
  const shared = allocateRunMemory(sizes)
  const memory = runMemoryViews(shared.buffer, sizes)
  const stepBy = (settings: LoopSettings): TrainingStep =>
    module ? new KernelStep(instantiateKernel(module, shared), memory, settings) : new ReferenceStep(memory, settings)
  return { memory, stepBy, runOver: (text, settings) => new TrainingRun(memory, text, settings, stepBy(settings)) }
}

/** Describes the same for the reference and for every kernel; one that this machine has not is skipped. */
export function describeEachKernel(body: (kernel: ChosenKernel) => void, names: readonly KernelName[] = KERNELS): void {
  for (const name of names) {
    const kernel = chooseKernel(name)
    describe.skipIf(kernel.name !== name)(name, () => body(kernel))
  }
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
