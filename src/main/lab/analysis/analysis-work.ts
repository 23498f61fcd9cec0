// What the analysis thread does: it answers what the contract asks about a network, with texts that it has read.
import {
  RANDOM_DRAWS,
  type AnalysedNetwork,
  type ContextDetail,
  type ContextsRequest,
  type ContrastExplanation,
  type ContrastPart,
  type ContrastSets,
  type Follows,
  type KnockOut,
  type MaskedWeight,
  type MasksTold,
  type NextCharacter,
  type RandomKnockOut,
  type RemovalCurve,
  type TextReadingSummary,
  type WeightChange,
} from '#core/contract/analysis.ts'
import type { OperationInput } from '#core/contract/operations.ts'
import { meanProbabilities, type ContextStates } from '#core/analysis/context-states.ts'
import { hopEffects } from '#core/analysis/contrast.ts'
import { knockOut } from '#core/analysis/knock-out.ts'
import { masksOf, weightsUnderMask } from '#core/analysis/masks.ts'
import { pastMatters } from '#core/analysis/past-matters.ts'
import { randomKnockOuts } from '#core/analysis/random-knock-out.ts'
import { removalCurves } from '#core/analysis/removal-curves.ts'
import type { Network } from '../networks/network.ts'
import { requireWeights, withChanges } from './changed-network.ts'
import { contextDetail } from './context-detail.ts'
import { explainContrast } from './explain-contrast.ts'
import { inTurns } from './jobs.ts'
import { contrastOf, indicesOf } from './known-characters.ts'
import { nextCharacter, promptSteps } from './prompts.ts'
import { readText, type Reading, type TextMaterial } from './read-text.ts'
import { contextsOf, networkOf, readingKey, readingOf, type NetworkMaterial } from './readings.ts'
import { tellFollows } from './tell-follows.ts'

/** What every question is asked of. */
interface Material {
  network: NetworkMaterial
  text: TextMaterial
}
interface OfNetwork<Request> {
  network: NetworkMaterial
  request: Request
}
interface OfContexts<Request> extends Material {
  request: ContextsRequest & Request
}
interface Asked {
  read: Reading
  states: ContextStates
}

export function describeNetwork({ sizes, codePoints, iteration }: Network, key: string): AnalysedNetwork {
  const vocabulary = codePoints.map((codePoint) => String.fromCodePoint(codePoint))
  return { iteration, hiddenSize: sizes.hiddenSize, vocabulary, key }
}

async function ask({ request, ...material }: OfContexts<unknown>): Promise<Asked> {
  const read = await readingOf(material, null)
  const states = await contextsOf(read, readingKey(material), request, material.text.fileName)
  return { read, states }
}

function before({ states }: Asked): Float64Array {
  return meanProbabilities(states.logits, states.sizes.vocabularySize)
}

export const analysisWork = {
  async next({ network, request }: OfNetwork<OperationInput<'analysis.next'>>): Promise<NextCharacter> {
    const found = await networkOf(network)
    return { network: describeNetwork(found, network.key), ...nextCharacter(found, request) }
  },

  async read({ job, ...material }: Material & { job: SharedArrayBuffer }): Promise<TextReadingSummary> {
    const { network, reading, unknown, seconds } = await readingOf(material, job)
    const told = describeNetwork(network, material.network.key)
    return {
      network: told,
      characters: reading.length,
      natsPerCharacter: reading.natsPerCharacter,
      unknown,
      pastMatters: pastMatters(reading, told.vocabulary),
      seconds,
    }
  },

  async follows(input: OfContexts<{ outcomes: [string, string] }>): Promise<Follows> {
    const { read, states } = await ask(input)
    const { codePoints } = read.network
    const outcomes = input.request.outcomes.map((outcome) => indicesOf(codePoints, outcome)[0]!)
    const target = indicesOf(codePoints, input.request.target)
    const network = describeNetwork(read.network, input.network.key)
    return { network, ...tellFollows(read, states, target, outcomes as [number, number]) }
  },

  async context(input: OfContexts<{ context: number }>): Promise<ContextDetail> {
    const { read, states } = await ask(input)
    return contextDetail(read, states, input.request.context)
  },

  async contrast(
    input: OfContexts<ContrastSets & Pick<OperationInput<'analysis.contrast'>, 'route'>>,
  ): Promise<ContrastExplanation> {
    const { read, states } = await ask(input)
    const contrast = contrastOf(read.network.codePoints, input.request)
    const network = describeNetwork(read.network, input.network.key)
    return { network, ...explainContrast(states, contrast, input.request.route) }
  },

  async hop(input: OfContexts<ContrastSets & { unit: number }>): Promise<ContrastPart[]> {
    const { read, states } = await ask(input)
    const { unit } = input.request
    requireWeights([{ parameter: 'bh', row: unit, column: 0, value: 0 }], read.network.sizes)
    const parts = hopEffects(states, contrastOf(read.network.codePoints, input.request), unit)
    return parts.sort((one, other) => other.effect - one.effect)
  },

  async knockOut(input: OfContexts<{ changes: WeightChange[] }>): Promise<KnockOut> {
    const asked = await ask(input)
    requireWeights(input.request.changes, asked.read.network.sizes)
    const after = knockOut(asked.states, input.request.changes)
    return { before: Array.from(before(asked)), after: Array.from(after) }
  },

  async knockOutEverywhere(
    input: OfContexts<{ changes: WeightChange[] }> & { job: SharedArrayBuffer },
  ): Promise<KnockOut> {
    const asked = await ask(input)
    const { request, network, text, job } = input
    const changed = withChanges(asked.read.network, request.changes)
    const read = await readText(changed, text, job)
    // Named for what it is: these states answer no other question.
    const name = `${readingKey({ network, text })} changed ${JSON.stringify(request.changes)}`
    const states = await contextsOf(read, name, request, text.fileName)
    return { before: Array.from(before(asked)), after: Array.from(before({ read, states })) }
  },

  async randomKnockOut(input: OfContexts<{ count: number; drawSeed: number }>): Promise<RandomKnockOut> {
    const { states } = await ask(input)
    const { count, drawSeed } = input.request
    return inTurns(randomKnockOuts(states, count, RANDOM_DRAWS, drawSeed), null)
  },

  async removalCurves(input: OfContexts<ContrastSets & { outcomes: string[]; most: number }>): Promise<RemovalCurve[]> {
    const { read, states } = await ask(input)
    const { codePoints } = read.network
    const outcomes = input.request.outcomes.map((outcome) => indicesOf(codePoints, outcome)[0]!)
    const contrast = contrastOf(codePoints, input.request)
    return inTurns(removalCurves(states, contrast, outcomes, input.request.most), null)
  },

  async masks({ network, request }: OfNetwork<OperationInput<'analysis.masks'>>): Promise<MasksTold> {
    const found = await networkOf(network)
    const { steps, skipped } = promptSteps(found, { ...request, temperature: 1 })
    const masks = masksOf(steps, found.sizes.hiddenSize, request.threshold)
    return { network: describeNetwork(found, network.key), skipped, ...masks }
  },

  async maskedWeights({
    network,
    request,
  }: OfNetwork<OperationInput<'analysis.maskedWeights'>>): Promise<MaskedWeight[]> {
    const { parameters, sizes, ...found } = await networkOf(network)
    const { steps } = promptSteps({ parameters, sizes, ...found }, { ...request, temperature: 1 })
    const masks = masksOf(steps, sizes.hiddenSize, request.threshold)
    const { parameter, from, limit } = request
    return [...weightsUnderMask(parameters, sizes, masks, parameter)].slice(from, from + limit)
  },
}

export type AnalysisWork = typeof analysisWork
