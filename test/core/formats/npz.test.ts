// Archives: what zlib and Python's zipfile made is unpacked, and what lies about itself is refused before it costs
// memory or time. Snapshots written by NumPy are in snapshot.test.ts.
import { crc32 as crcOfZlib, deflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import { crc32 } from '#core/formats/crc-32.ts'
import { readNpz, writeNpz } from '#core/formats/npz.ts'
import { refusalOf } from './refusal.ts'
import { withDirectoryAt, withEntry } from './zip-editing.ts'

const bytesOf = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * i) % 251)

describe('unpacks what was packed', () => {
  const members = {
    'a.npy': bytesOf(1),
    'b.npy': bytesOf(100_000),
    'empty.npy': new Uint8Array(),
    'ü/c.txt': bytesOf(5),
  }

  it.each([0, 6])('at level %d', (level) => {
    const archive = zipSync(members, { level: level as 0 | 6 })
    expect(Object.fromEntries(readNpz(archive))).toEqual(members)
  })

  it('by the writer’s own, which has no time of day in it', () => {
    const archive = writeNpz(new Map(Object.entries(members)))
    expect(Object.fromEntries(readNpz(archive))).toEqual(members)
    expect(archive).toEqual(writeNpz(new Map(Object.entries(members))))
  })

  it('from the middle of a larger buffer', () => {
    const archive = zipSync(members)
    const larger = new Uint8Array(archive.length + 7)
    larger.set(archive, 3)
    expect(Object.fromEntries(readNpz(larger.subarray(3, 3 + archive.length)))).toEqual(members)
  })

  it('of two members with one name the last', () => {
    const archive = zipSync({ 'a.npy': bytesOf(3), 'b.npy': bytesOf(4) }, { level: 0 })
    const renamed = Uint8Array.from(archive, (byte) => (byte === 0x62 ? 0x61 : byte))
    expect(readNpz(renamed)).toEqual(new Map([['a.npy', bytesOf(4)]]))
  })
})

describe('refuses', () => {
  const stored = zipSync({ 'a.npy': bytesOf(1000) }, { level: 0 })
  const deflated = zipSync({ 'a.npy': bytesOf(1000) })
  const member = 'a.npy'

  it.each([
    ['an encrypted member', withEntry(stored, 0, { flags: 1 }), 'zip-encrypted', { member }],
    ['another method', withEntry(stored, 0, { method: 12 }), 'zip-method-unknown', { member, method: 12 }],
    ['a wrong checksum', withEntry(stored, 0, { crc: 1 }), 'zip-member-damaged', { member }],
    ['a wrong checksum of deflated data', withEntry(deflated, 0, { crc: 1 }), 'zip-member-damaged', { member }],
    ['a stored member of another size', withEntry(stored, 0, { size: 999 }), 'zip-member-damaged', { member }],
    ['a member that unpacks to more', withEntry(deflated, 0, { size: 999 }), 'zip-member-damaged', { member }],
    ['a member that unpacks to less', withEntry(deflated, 0, { size: 1001 }), 'zip-member-damaged', { member }],
    ['deflated data that is none', withEntry(stored, 0, { method: 8 }), 'zip-member-damaged', { member }],
    ['a member that lies elsewhere', withEntry(stored, 0, { localOffset: 4 }), 'zip-member-damaged', { member }],
    [
      'a member beyond the end',
      withEntry(stored, 0, { localOffset: 0xfffffff0 }),
      'file-truncated',
      { format: 'npz', offset: 0 },
    ],
    ['a directory elsewhere', withDirectoryAt(stored, 4), 'zip-damaged', { offset: 4 }],
    [
      'more members than there are',
      withDirectoryAt(stored, stored.length),
      'file-truncated',
      { format: 'npz', offset: stored.length },
    ],
    ['an archive without directory', stored.subarray(0, 500), 'file-truncated', { format: 'npz', offset: 500 }],
    ['no archive at all', new Uint8Array(), 'file-truncated', { format: 'npz', offset: 0 }],
  ])('%s', (_, archive, code, parameters) => {
    expect(refusalOf(() => readNpz(archive))).toEqual({ code, parameters })
  })

  it('any archive that is cut anywhere', () => {
    for (let length = 0; length < deflated.length; length++) {
      expect(
        refusalOf(() => readNpz(deflated.subarray(0, length))),
        `${length} bytes`,
      ).not.toBeNull()
    }
  })
})

describe('is not harmed by a bomb', () => {
  const zeros = new Uint8Array(2 ** 26)
  const bomb = zipSync({ 'a.npy': zeros })

  /** What reading it costs, in milliseconds and in bytes of buffers. */
  function costOf(archive: Uint8Array): { ms: number; bytes: number; code: string | undefined } {
    const [startMs, before] = [performance.now(), process.memoryUsage().arrayBuffers]
    const code = refusalOf(() => readNpz(archive))?.code
    return { ms: performance.now() - startMs, bytes: process.memoryUsage().arrayBuffers - before, code }
  }

  test('that says how large it is', () => {
    const cost = costOf(withEntry(bomb, 0, { size: 2 ** 29 }))
    expect(cost.code).toBe('contents-too-large')
    expect(cost.ms).toBeLessThan(100)
    expect(cost.bytes).toBeLessThan(2 ** 20)
  })

  test('that says it is small: unpacking stops soon after what was claimed', () => {
    const cost = costOf(withEntry(bomb, 0, { size: 1000 }))
    expect(cost.code).toBe('zip-member-damaged')
    expect(cost.ms).toBeLessThan(1000)
    expect(cost.bytes).toBeLessThan(2 ** 26)
  })

  test('that claims more than its bytes can hold, so that memory is taken for nothing', () => {
    const small = zipSync({ 'a.npy': new Uint8Array(100) })
    const cost = costOf(withEntry(small, 0, { size: 2 ** 28 }))
    expect(cost.code).toBe('zip-member-damaged')
    expect(cost.ms).toBeLessThan(100)
    expect(cost.bytes).toBeLessThan(2 ** 20)
  })

  test('whose many members are too large together', () => {
    const two = zipSync({ 'a.npy': new Uint8Array(), 'b.npy': new Uint8Array() })
    const half = { size: 2 ** 28 }
    expect(costOf(withEntry(withEntry(two, 0, half), 1, half)).code).toBe('contents-too-large')
  })
})

test('the checksum is zlib’s', () => {
  for (const length of [0, 1, 9, 100_000]) expect(crc32(bytesOf(length))).toBe(crcOfZlib(bytesOf(length)))
})

test('data that zlib deflated at its best is unpacked', () => {
  const data = bytesOf(40_000)
  const archive = zipSync({ 'a.npy': deflateRawSync(data, { level: 9 }) }, { level: 0 })
  const claims = { method: 8, size: data.length, crc: crcOfZlib(data) }
  expect(readNpz(withEntry(archive, 0, claims)).get('a.npy')).toEqual(data)
})
