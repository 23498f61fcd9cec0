// What a sampling thread does: it writes the panes' texts on, a little at a time, each time one is read.
import { readingLoss } from '#core/analysis/reading-loss.ts'
import { referenceOf, type TextReference } from '#core/analysis/temperature-match.ts'
import type { PaneStatistics, SweepPoint, Written, WrittenRequest } from '#core/contract/temperatures.ts'
import type { DrawingRule } from '#core/rnn/writer.ts'
import { runStateViews, type StateSizes } from '#core/training/run-state.ts'
import { makeNetworkStep } from '../kernel/network-step.ts'
import { promptIndices } from '../snapshots/completions.ts'
import { Kept } from '../networks/kept.ts'
import { takeNetwork, type GivenNetwork, type Network } from '../networks/network.ts'
import { takeText, type GivenText, type KnownText } from './known-text.ts'
import { Pace } from './pace.ts'
import { PaneText } from './pane-text.ts'
import { readingEntropiesOf, sweepPointOf, writeOnce, type SweepPointOrder, type WrittenOnce } from './sweep-point.ts'

/** No pane holds the others up for longer, however much it may write. */
const TURN_MS = 12
const STATISTICS_INTERVAL_MS = 500
/** Characters of a held-out text that are read, so that a long one does not take long. */
const HELD_OUT_LENGTH = 5000
/** Panes that nobody closed, as those of a window that crashed, must not pile up. */
const PANES_KEPT = 32

/** Names of what the thread was given. */
interface Materials {
  network: string
  text: string | null
}

export interface WriteRequest extends WrittenRequest, Materials {
  rule: DrawingRule
  playing: boolean
  charactersPerSecond: number | null
  prompt: string
  seed: number
}

export interface WriteOnceRequest extends Omit<SweepPointOrder, 'reference'>, Materials {}

export interface SweepPointRequest extends SweepPointOrder, Materials {}

export interface HeldOutRequest {
  /** (runStateLength) */
  values: Float64Array
  sizes: StateSizes
  /** uint16 vocabulary indices. */
  text: SharedArrayBuffer
}

/** What the thread has to be given first. */
export interface Missing {
  missing: 'network' | 'text'
}

interface OpenPane {
  epoch: number
  text: PaneText
  pace: Pace
  statistics: PaneStatistics | null
  countedAtMs: number
  /** Characters that were written when they were counted. */
  countedLength: number
}

const networks = new Kept<Network>()
const texts = new Kept<KnownText>()
const panes = new Map<string, OpenPane>()

function paneOf(request: WriteRequest, network: Network): OpenPane {
  const { paneId, epoch, prompt, seed, rule } = request
  const known = panes.get(paneId)
  panes.delete(paneId)
  const { indices } = promptIndices(network.codePoints, prompt)
  const pane =
    known?.epoch === epoch
      ? known
      : {
          epoch,
          text: new PaneText(network, indices, seed, rule.temperature),
          pace: new Pace(performance.now()),
          statistics: null,
          countedAtMs: -Infinity,
          countedLength: 0,
        }
  panes.set(paneId, pane)
  for (const oldest of [...panes.keys()].slice(0, -PANES_KEPT)) panes.delete(oldest)
  return pane
}

/** Writes what is asked for and not there, within the pane's pace and its turn. */
function writeOn({ text, pace }: OpenPane, { from, limit, playing, charactersPerSecond, rule }: WriteRequest): void {
  const startMs = performance.now()
  const allowed = pace.allowed(startMs, charactersPerSecond)
  if (!playing) return
  const end = Math.min(from + limit, text.length + allowed)
  while (text.length < end && performance.now() - startMs < TURN_MS) text.write(rule)
}

function count(pane: OpenPane, known: KnownText | null): PaneStatistics | null {
  const { length } = pane.text
  if (length !== pane.countedLength && performance.now() - pane.countedAtMs > STATISTICS_INTERVAL_MS) {
    pane.statistics = pane.text.statistics(known?.words ?? null)
    pane.countedLength = length
    pane.countedAtMs = performance.now()
  }
  return pane.statistics
}

export const samplingWork = {
  async giveNetwork({ key, given }: { key: string; given: GivenNetwork }): Promise<void> {
    networks.set(key, await takeNetwork(given))
  },

  async giveText({ key, given }: { key: string; given: GivenText }): Promise<void> {
    texts.set(key, takeText(given))
  },

  async write(request: WriteRequest): Promise<Written | Missing> {
    const network = networks.get(request.network)
    if (!network) return { missing: 'network' }
    const known = request.text === null ? null : texts.get(request.text)
    if (known === undefined) return { missing: 'text' }
    const pane = paneOf(request, network)
    pane.text.continueWith(network, request.rule.temperature)
    writeOn(pane, request)
    const statistics = count(pane, known)
    return { epoch: pane.epoch, statistics, ...pane.text.read(request.from, request.limit) }
  },

  async sweepPoint(request: SweepPointRequest): Promise<SweepPoint | Missing> {
    const network = networks.get(request.network)
    if (!network) return { missing: 'network' }
    const known = request.text === null ? null : texts.get(request.text)
    if (known === undefined) return { missing: 'text' }
    return sweepPointOf(network, known, request)
  },

  async textReference({ text }: Materials): Promise<{ reference: TextReference | null } | Missing> {
    const known = text === null ? null : texts.get(text)
    return known === undefined ? { missing: 'text' } : { reference: known && referenceOf(known.content) }
  },

  /** Null without a text to read. */
  async readingEntropies({
    network: key,
    text,
    temperatures,
  }: Materials & { temperatures: readonly number[] }): Promise<{ entropies: number[] | null } | Missing> {
    const network = networks.get(key)
    if (!network) return { missing: 'network' }
    const known = text === null ? null : texts.get(text)
    if (known === undefined) return { missing: 'text' }
    return { entropies: known && readingEntropiesOf(network, known, temperatures) }
  },

  async writeOnce(request: WriteOnceRequest): Promise<WrittenOnce | Missing> {
    const network = networks.get(request.network)
    if (!network) return { missing: 'network' }
    const known = request.text === null ? null : texts.get(request.text)
    if (known === undefined) return { missing: 'text' }
    return writeOnce(network, known, request)
  },

  async heldOutLoss({ values, sizes, text }: HeldOutRequest): Promise<number> {
    const { parameters } = runStateViews(values, sizes)
    const beginning = new Uint16Array(text).subarray(0, HELD_OUT_LENGTH)
    return readingLoss(makeNetworkStep(parameters, sizes), sizes.hiddenSize, beginning, 1)
  },

  async forget({ paneId }: { paneId: string }): Promise<void> {
    panes.delete(paneId)
  },
}

export type SamplingWork = typeof samplingWork
