// The small random network and its text, with what NumPy found of them
// (test/fixtures/analysis/make_small_net_fixtures.py).
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect } from 'vitest'
import type {
  ContrastRoute,
  FollowsDistribution,
  FollowsGroup,
  PastMattersRow,
  RandomKnockOut,
  RemovalRanking,
  WeightChange,
} from '#core/contract/analysis.ts'
import { allocateReading } from '#core/analysis/reading-memory.ts'
import { contextStates, type ContextStates } from '#core/analysis/context-states.ts'
import type { Contrast } from '#core/analysis/contrast.ts'
import { readPart, TextReading } from '#core/analysis/text-reading.ts'
import type { NetworkSizes, ParameterName, Parameters } from '#core/rnn/layout.ts'
import { referenceTextPass } from '#core/rnn/text-pass.ts'

interface PromptFixture {
  feedLastTwice: boolean
  temperature: number
  steps: { character: number; surpriseBits: number | null; h: number[]; p: number[] }[]
}

interface MasksFixture {
  feedLastTwice: boolean
  threshold: number
  before: number[]
  after: number[]
  outcomes: number[]
  Whh: [row: number, column: number, value: number][]
  Why: [row: number, column: number, value: number][]
}

interface ContrastFixture extends Contrast {
  contrast: number
  routes: Record<ContrastRoute, { means: number[]; deviations: number[]; total: number }>
  /** (H, H): Whh[unit, v]. */
  hop: { effects: number[][]; removals: number[][] }
}

interface SmallNetFixture extends NetworkSizes {
  parameters: Record<ParameterName, number[]>
  text: number[]
  target: number
  reading: { natsPerCharacter: number; pastMatters: (Omit<PastMattersRow, 'character'> & { index: number })[] }
  follows: {
    positions: number[]
    hprev: number[]
    counts: number[]
    outcomes: FollowsDistribution[]
    /** By outcome. */
    groups: FollowsGroup[]
    likeliest: number[]
    divergences: [modelFromText: number, textFromModel: number]
  }
  contrasts: ContrastFixture[]
  knockOuts: { name: string; changes: WeightChange[]; means: number[] }[]
  randomKnockOuts: (RandomKnockOut & { count: number; seed: number })[]
  curves: Contrast & { rankings: Record<RemovalRanking, { units: number[]; probabilities: number[][] }> }
  prompt: number[]
  prompts: PromptFixture[]
  masks: MasksFixture[]
  modelContexts: { target: number[]; first: number; most: number; seed: number; hprev: number[] }[]
}

const file = resolve(import.meta.dirname, '../../fixtures/analysis/small-net.json')
export const NUMPY = JSON.parse(readFileSync(file, 'utf8')) as SmallNetFixture

export const SIZES: NetworkSizes = { hiddenSize: NUMPY.hiddenSize, vocabularySize: NUMPY.vocabularySize }

const entries = Object.entries(NUMPY.parameters).map(([name, values]) => [name, Float64Array.from(values)] as const)
export const PARAMETERS = Object.fromEntries(entries) as Parameters

/** A whole text read by a network. */
export function readAll(parameters: Parameters, sizes: NetworkSizes, text: ArrayLike<number>): TextReading {
  const memory = allocateReading(sizes, Uint16Array.from(text))
  const pass = referenceTextPass(parameters, sizes)
  for (const part of memory.parts.keys()) endOf(readPart(memory, part, pass))
  return new TextReading(memory)
}

/** The contexts of a character that were kept of a reading. */
export function statesAfter(
  reading: TextReading,
  parameters: Parameters,
  sizes: NetworkSizes,
  character: number,
): ContextStates {
  const { positions, hprev } = reading.kept(character)
  return contextStates(parameters, sizes, character, positions, hprev)
}

/** The contexts that the fixture is about. */
export function targetStates(): ContextStates {
  return statesAfter(readAll(PARAMETERS, SIZES, NUMPY.text), PARAMETERS, SIZES, NUMPY.target)
}

/** Every number within `tolerance` of the other, and as many of them. */
export function expectNear(found: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-12): void {
  expect(found.length).toBe(expected.length)
  const differences = Array.from(found, (value, i) => Math.abs(value - expected[i]!))
  // A NaN must count as a difference.
  expect(differences.filter((difference) => !(difference <= tolerance))).toEqual([])
}

/** What a generator returns at its end. */
export function endOf<Value>(work: Generator<number, Value>): Value {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
