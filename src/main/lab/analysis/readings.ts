// The texts that the analysis thread has read, with the networks that read them, and the contexts that were asked about
// last: what a reading costs is paid once.
import { MODEL_CONTEXTS, type ContextsRequest } from '#core/contract/analysis.ts'
import { contextStates, type ContextStates } from '#core/analysis/context-states.ts'
import { modelContexts } from '#core/analysis/model-contexts.ts'
import { readPrompt } from '#core/analysis/prompt-reading.ts'
import { STATES_LIMIT_BYTES } from '#core/analysis/reading-memory.ts'
import type { TextReading } from '#core/analysis/text-reading.ts'
import { makeNetworkStep } from '../kernel/network-step.ts'
import { LabError } from '../lab-error.ts'
import { promptIndices } from '../snapshots/completions.ts'
import { Kept } from '../networks/kept.ts'
import { takeNetwork, type GivenNetwork, type Network } from '../networks/network.ts'
import { inTurns } from './jobs.ts'
import { indicesOf } from './known-characters.ts'
import { readText, type Reading, type TextMaterial } from './read-text.ts'

export interface NetworkMaterial {
  key: string
  given: GivenNetwork
}

const networks = new Kept<Network>()
const contexts = new Kept<ContextStates>()
const readings = new Map<string, Promise<Reading>>()

export async function networkOf({ key, given }: NetworkMaterial): Promise<Network> {
  const known = networks.get(key)
  if (known) return known
  const taken = await takeNetwork(given)
  networks.set(key, taken)
  return taken
}

/** The reading of a text by a network, read now when it was not before. */
export async function readingOf(
  material: { network: NetworkMaterial; text: TextMaterial },
  job: SharedArrayBuffer | null,
): Promise<Reading> {
  const key = readingKey(material)
  const known = readings.get(key)
  // Another's reading that was given up is not this one's end.
  if (known) return known.catch(() => readingOf(material, job))
  const begun = networkOf(material.network).then((network) => readText(network, material.text, job))
  readings.set(key, begun)
  // What was cancelled or could not be read is begun anew when it is asked for again.
  begun.then(forgetOldest, () => readings.delete(key))
  return begun
}

export function readingKey({ network, text }: { network: NetworkMaterial; text: TextMaterial }): string {
  return `${network.key} ${text.key} ${text.limit ?? 'all'}`
}

/** So many readings stay as fit beside each other in the memory that one may take. */
async function forgetOldest(): Promise<void> {
  let bytes = 0
  for (const [key, begun] of [...readings].reverse()) {
    const read = await begun.catch(() => null)
    bytes += read?.reading.bytes ?? 0
    if (bytes > STATES_LIMIT_BYTES && [...readings.keys()].at(-1) !== key) readings.delete(key)
  }
}

/** The contexts that are asked about, all that is computed of them ready. */
export async function contextsOf(
  { network, reading }: Reading,
  readingName: string,
  { target, contexts: from, seed }: Pick<ContextsRequest, 'target' | 'contexts' | 'seed'>,
  fileName: string,
): Promise<ContextStates> {
  const key = `${readingName} ${from} ${seed} ${target}`
  const known = contexts.get(key)
  if (known) return known
  const characters = indicesOf(network.codePoints, target)
  const { positions, hprev } = await statesBefore(network, reading, characters, from, seed)
  if (hprev.length === 0) throw new LabError('target-absent', { file: fileName, target })
  const states = contextStates(network.parameters, network.sizes, characters.at(-1)!, positions, hprev)
  contexts.set(key, states)
  return states
}

async function statesBefore(
  { parameters, sizes, codePoints }: Network,
  reading: TextReading,
  target: number[],
  from: ContextsRequest['contexts'],
  seed: number,
): Promise<{ positions: Uint32Array; hprev: Float64Array }> {
  const none = new Uint32Array()
  if (from === 'model') {
    const first = promptIndices(codePoints, '').indices[0]!
    const written = modelContexts(
      makeNetworkStep(parameters, sizes),
      sizes.hiddenSize,
      target,
      first,
      MODEL_CONTEXTS,
      seed,
    )
    return { positions: none, hprev: await inTurns(written, null) }
  }
  if (from === 'empty') {
    const before = target.slice(0, -1)
    const last = before.length === 0 ? null : readPrompt(parameters, sizes, before, 1, false).at(-1)!.h
    return { positions: none, hprev: last ?? new Float64Array(sizes.hiddenSize) }
  }
  return statesInText(reading, target, sizes.hiddenSize)
}

/** The kept states of the target's last character, where the characters before it are the target's, too. */
function statesInText(
  reading: TextReading,
  target: readonly number[],
  hiddenSize: number,
): { positions: Uint32Array; hprev: Float64Array } {
  const kept = reading.kept(target.at(-1)!)
  if (target.length === 1) return kept
  const fitting = Array.from(kept.positions.keys()).filter((i) => endsWith(reading.text, kept.positions[i]!, target))
  const hprev = new Float64Array(fitting.length * hiddenSize)
  fitting.forEach((from, to) => {
    hprev.set(kept.hprev.subarray(from * hiddenSize, (from + 1) * hiddenSize), to * hiddenSize)
  })
  return { positions: Uint32Array.from(fitting, (i) => kept.positions[i]!), hprev }
}

/** True when the characters up to and with that position are those of the target. */
export function endsWith(text: ArrayLike<number>, position: number, target: readonly number[]): boolean {
  const start = position - target.length + 1
  return start >= 0 && target.every((character, i) => text[start + i] === character)
}
