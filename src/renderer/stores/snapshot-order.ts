// Finding and ordering snapshots: plain functions over the list that the lab sent.
import type { SnapshotSummary } from '#core/contract/snapshots.ts'
import { LOSS_UNITS } from '../charts/loss-units.ts'

/** The smooth loss in bits per character; null where the file does not tell enough for it. */
export function bitsPerCharacter({ smoothLoss, sequenceLength }: SnapshotSummary): number | null {
  if (smoothLoss === null || sequenceLength === null) return null
  return smoothLoss * LOSS_UNITS.bitsPerCharacter.perNatOfSequence(sequenceLength)
}

export function vocabularySize({ vocabulary }: SnapshotSummary): number {
  return [...vocabulary].length
}

/** What the columns of the table are ordered by. */
const ORDER_VALUES = {
  title: ({ title }) => title,
  iteration: ({ iteration }) => iteration,
  smoothLoss: ({ smoothLoss }) => smoothLoss,
  bitsPerCharacter,
  hiddenSize: ({ hiddenSize }) => hiddenSize,
  vocabularySize,
  dataset: ({ dataset }) => dataset,
  createdAt: ({ createdAt }) => createdAt,
} as const satisfies Record<string, (snapshot: SnapshotSummary) => string | number | null>

export type OrderKey = keyof typeof ORDER_VALUES

export interface Order {
  key: OrderKey
  descending: boolean
}

export const NEWEST_FIRST: Order = { key: 'createdAt', descending: true }

/** Words and names rise, as does the loss, whose least is sought; of everything else the greatest comes first. */
const RISING_FIRST: readonly OrderKey[] = ['title', 'dataset', 'smoothLoss', 'bitsPerCharacter']

/** The order after a click on a column: its natural one, or the reverse when it was ordered by it already. */
export function nextOrder(order: Order, key: OrderKey): Order {
  return { key, descending: order.key === key ? !order.descending : !RISING_FIRST.includes(key) }
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

function compare(one: string | number, other: string | number): number {
  return typeof one === 'string' ? collator.compare(one, String(other)) : one - Number(other)
}

/** What has no value comes last in either direction; what is equal keeps the newest first. */
export function ordered(snapshots: readonly SnapshotSummary[], { key, descending }: Order): SnapshotSummary[] {
  const keyed = snapshots.map((snapshot) => ({ snapshot, value: ORDER_VALUES[key](snapshot) }))
  keyed.sort((one, other) => {
    const newer = other.snapshot.createdAt < one.snapshot.createdAt ? -1 : 1
    if (one.value === null || other.value === null)
      return Number(one.value === null) - Number(other.value === null) || newer
    return (descending ? -1 : 1) * compare(one.value, other.value) || newer
  })
  return keyed.map(({ snapshot }) => snapshot)
}

/** All snapshots, those of imported files, or those of the run with this id. */
export type Origin = 'all' | 'imported' | `run:${string}`

export function isFrom({ runId }: SnapshotSummary, origin: Origin): boolean {
  if (origin === 'all') return true
  return origin === 'imported' ? runId === null : origin === `run:${runId}`
}

/** True when every word of the search is found in what the user can read of a snapshot. */
export function matches(snapshot: SnapshotSummary, search: string): boolean {
  const { title, note, fileName, dataset, sampleLine } = snapshot
  const readable = [title, note, fileName, dataset, sampleLine].join('\n').toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => readable.includes(word))
}

/** True when the weights of both can be compared one by one. */
export function isSameShape(one: SnapshotSummary, other: SnapshotSummary): boolean {
  return one.hiddenSize === other.hiddenSize && vocabularySize(one) === vocabularySize(other)
}

/** What a snapshot may be compared with: those of its run, the newest first, then those of its shape, then all others. */
export function comparable(snapshots: readonly SnapshotSummary[], to: SnapshotSummary): SnapshotSummary[] {
  const closeness = (other: SnapshotSummary): number =>
    Number(to.runId !== null && other.runId === to.runId) + Number(isSameShape(other, to))
  const others = snapshots.filter(({ id }) => id !== to.id)
  return ordered(others, { key: 'iteration', descending: true }).sort((one, other) => closeness(other) - closeness(one))
}

/** The one to compare with first: the last of the same run before it, else the nearest that there is. */
export function previousOf(snapshots: readonly SnapshotSummary[], to: SnapshotSummary): SnapshotSummary | null {
  const others = comparable(snapshots, to)
  const isBefore = ({ runId, iteration }: SnapshotSummary): boolean =>
    runId !== null && runId === to.runId && (iteration ?? 0) < (to.iteration ?? 0)
  return others.find(isBefore) ?? others[0] ?? null
}
