// Messages to the lab of which every one is malformed by the way it was made, drawn from a seed so that a failure can be
// repeated: names that no operation has, inputs that are no objects, objects with a member that no schema knows.
import { OPERATIONS } from '#core/contract/operations.ts'

export type Message = [name: unknown, input: unknown]

type Random = (limit: number) => number

/** Marsaglia's xorshift of 32 bits: integers from 0 to `limit` - 1. */
function randomFrom(seed: number): Random {
  let state = seed | 0 || 1
  return (limit) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % limit
  }
}

const NAMES = Object.keys(OPERATIONS)
/** The members that inputs do have, so that what is wrong lies beside what is right. */
const KEYS = ['runId', 'datasetId', 'snapshotId', 'snapshotIds', 'options', 'settings', 'iterations', 'theme', 'prompt']
const STRANGE_KEYS = ['__proto__x', 'constructor', 'toString', '', 'a'.repeat(1000), '‮', '0', 'then', 'more']
const STRANGE_NAMES = [
  '',
  'runs',
  'runs.',
  'toString',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'runs.start ',
  '\0',
]
const TEXTS = ['', '../../etc/passwd', 'C:\\', '\u{10FFFF}', '\uD800', 'NaN', '<script>', '{}', 'x'.repeat(5000)]
const NUMBERS = [0, -1, -0, 0.5, NaN, Infinity, -Infinity, 2 ** 53, 1e308, Number.MIN_VALUE]

function pick<Value>(random: Random, values: readonly Value[]): Value {
  return values[random(values.length)]!
}

function anything(random: Random, depth = 0): unknown {
  const makers: (() => unknown)[] = [
    () => null,
    () => undefined,
    () => random(2) === 0,
    () => pick(random, NUMBERS),
    () => pick(random, TEXTS),
    () => new Date(random(2 ** 31)),
    () => new Uint8Array(random(64)),
    () => new Map([[1, 2]]),
  ]
  if (depth < 4) {
    makers.push(() => Array.from({ length: random(5) }, () => anything(random, depth + 1)))
    makers.push(() => anyObject(random, depth + 1))
  }
  return pick(random, makers)()
}

function anyObject(random: Random, depth: number): Record<string, unknown> {
  const entries = Array.from({ length: random(4) }, () => [pick(random, KEYS), anything(random, depth)] as const)
  return Object.fromEntries(entries)
}

/** Anything that is no object: one without members, of whatever class, would be taken for an empty input. */
function noObject(random: Random): unknown {
  const value = anything(random)
  return typeof value === 'object' && value !== null ? [value] : value
}

export function malformedMessages(count: number, seed: number): Message[] {
  const random = randomFrom(seed)
  const kinds: (() => Message)[] = [
    () => [pick(random, STRANGE_NAMES), anything(random)],
    () => [noObject(random), anything(random)],
    () => [pick(random, NAMES), noObject(random)],
    () => [pick(random, NAMES), { ...anyObject(random, 0), [pick(random, STRANGE_KEYS)]: anything(random) }],
  ]
  return Array.from({ length: count }, () => pick(random, kinds)())
}
