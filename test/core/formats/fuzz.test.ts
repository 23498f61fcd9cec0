// 10,000 damaged files: each opens as a snapshot that can be saved again, or is refused with a FormatError, without hanging
// and within a gibibyte. The damage is drawn from a seed, so that a failure can be repeated.
import { describe, expect, it } from 'vitest'
import { crc32 } from '#core/formats/crc-32.ts'
import { readSnapshot } from '#core/formats/snapshot-reader.ts'
import { snapshotToNpz, snapshotToPickle } from '#core/formats/snapshot-writer.ts'
import { RandomState, allocateRandomStateMemory } from '#core/random/random-state.ts'
import { refusalOf } from './refusal.ts'
import { smallSnapshot } from './small-snapshots.ts'
import { withEntry } from './zip-editing.ts'

const FILES_EACH = 1250
const LONGEST_MS = 1000
const KIBIBYTE = 2 ** 10
const MOST_BYTES = 2 ** 30
const LOCAL_HEADER = 30

const BASES = [
  'Python 3: stored, npz',
  'Python 3: deflated, npz',
  'Python 3: zip64, npz',
  'Python 2: ascii, pickle, protocol 0',
  'Python 2: ascii, cPickle, protocol 2',
  'Python 3: text, protocol 4',
  'Python 3: text, protocol 5',
]

/** One to eight bytes of a copy replaced, or one run of them left out. */
function damaged(bytes: Uint8Array, random: RandomState): Uint8Array {
  const below = (limit: number): number => Math.floor(random.randomSample() * limit)
  if (below(8) === 0) {
    const start = below(bytes.length)
    return Uint8Array.from([...bytes.subarray(0, start), ...bytes.subarray(start + 1 + below(64))])
  }
  const copy = Uint8Array.from(bytes)
  for (let flips = 1 + below(8); flips > 0; flips--) copy[below(copy.length)] = below(256)
  return copy
}

/** Opens the file and saves what it opened. */
function openAndSave(bytes: Uint8Array): void {
  const snapshot = readSnapshot(bytes)
  snapshotToNpz(snapshot)
  snapshotToPickle(snapshot)
}

/** The most memory that this process has held so far, within a file too. */
function peakBytes(): number {
  return process.resourceUsage().maxRSS * KIBIBYTE
}

function check(files: Iterable<Uint8Array>): { refused: number; longestMs: number } {
  const result = { refused: 0, longestMs: 0 }
  for (const file of files) {
    const startMs = performance.now()
    if (refusalOf(() => openAndSave(file))) result.refused++
    result.longestMs = Math.max(result.longestMs, performance.now() - startMs)
  }
  return result
}

function* damagedFiles(
  name: string,
  seed: number,
  repair = (file: Uint8Array): Uint8Array => file,
): Generator<Uint8Array> {
  const random = new RandomState(allocateRandomStateMemory())
  random.seed(seed)
  const { bytes } = smallSnapshot(name)
  for (let count = 0; count < FILES_EACH; count++) yield repair(damaged(bytes, random))
}

/** The first member's checksum made right again, so that damage inside it is met by the array's reader. */
function withRightChecksum(archive: Uint8Array): Uint8Array {
  try {
    const view = new DataView(archive.buffer)
    const start = LOCAL_HEADER + view.getUint16(26, true) + view.getUint16(28, true)
    return withEntry(archive, 0, { crc: crc32(archive.subarray(start, start + view.getUint32(18, true))) })
  } catch {
    return archive
  }
}

describe(`${FILES_EACH} damaged files each`, () => {
  it.each(BASES.map((name, seed) => ({ name, seed })))('$name', ({ name, seed }) => {
    const { refused, longestMs } = check(damagedFiles(name, seed))
    expect(refused).toBeGreaterThan(FILES_EACH / 10)
    expect(longestMs).toBeLessThan(LONGEST_MS)
    expect(peakBytes()).toBeLessThan(MOST_BYTES)
  })

  it('with the checksum made right', () => {
    const { refused, longestMs } = check(damagedFiles('Python 3: stored, npz', 99, withRightChecksum))
    expect(refused).toBeGreaterThan(FILES_EACH / 10)
    expect(longestMs).toBeLessThan(LONGEST_MS)
    expect(peakBytes()).toBeLessThan(MOST_BYTES)
  })
})

it.each(BASES)('%s is refused when cut anywhere', (name) => {
  const { bytes } = smallSnapshot(name)
  for (let length = 0; length < bytes.length; length++) {
    expect(
      refusalOf(() => readSnapshot(bytes.subarray(0, length))),
      `${length} bytes`,
    ).not.toBeNull()
  }
})

it('the peak that is compared counts what was held only for a moment', () => {
  const before = peakBytes()
  new Uint8Array(before - process.memoryUsage().rss + 2 ** 27).fill(1)
  expect(peakBytes()).toBeGreaterThan(before + 2 ** 26)
})
