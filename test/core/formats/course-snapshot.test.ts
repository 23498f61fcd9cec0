// The course's own snapshot, written years ago by Python 2, against NumPy's reading of it: the SHA-256 of every array's
// bytes and the pairs of both dictionaries (test/fixtures/formats/course-snapshot.json). The file is not part of this
// repository; without it beside the checkout these tests are skipped.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { encodeEntries } from '#core/formats/array-entries.ts'
import { readNpy } from '#core/formats/npy.ts'
import { readNpz } from '#core/formats/npz.ts'
import { ByteString, Dictionary, type PythonValue } from '#core/formats/python-values.ts'
import { readSnapshot } from '#core/formats/snapshot-reader.ts'
import { snapshotToNpz, snapshotToPickle } from '#core/formats/snapshot-writer.ts'
import type { ParameterName } from '#core/rnn/layout.ts'
import figures from '../../fixtures/formats/course-snapshot.json' with { type: 'json' }
import { refusalOf } from './refusal.ts'

const FILE = resolve(import.meta.dirname, '../../../../shared/data/char-rnn-snapshot.npz')
const isHere = existsSync(FILE)
if (!isHere)
  console.warn('SKIPPED: the course’s snapshot is not beside this checkout, so it was not compared with NumPy')

function plain(value: PythonValue): unknown {
  return value instanceof ByteString ? Buffer.from(value.bytes).toString('latin1') : Number(value)
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function bytesOf(values: Float64Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
}

describe.skipIf(!isHere)('the course’s snapshot', () => {
  const bytes = isHere ? new Uint8Array(readFileSync(FILE)) : new Uint8Array()
  const formats = isHere ? { original: bytes, 'saved again': snapshotToNpz(readSnapshot(bytes)) } : { original: bytes }

  describe.each(Object.entries(formats))('%s', (_, file) => {
    it.each(figures)('$name is what NumPy reads', ({ name, dtype, shape, sha256: expected, pairs }) => {
      const array = readNpy(readNpz(file).get(`${name}.npy`)!, name)
      if (pairs) {
        const { entries } = array.entries[0] as Dictionary
        expect(entries.map((entry) => entry.map(plain))).toEqual(pairs)
      } else {
        expect({ dtype: array.dtype.name, shape: array.shape }).toEqual({ dtype, shape })
        expect(digest(encodeEntries(array))).toBe(expected)
      }
    })
  })

  it('is the same out of a .pkl', () => {
    const snapshot = readSnapshot(bytes)
    const again = readSnapshot(snapshotToPickle(snapshot).bytes)
    for (const kind of ['parameters', 'adagradMemory'] as const) {
      for (const [name, values] of Object.entries(snapshot[kind]!)) {
        expect(digest(bytesOf(again[kind]![name as ParameterName])), name).toBe(digest(bytesOf(values)))
      }
    }
    expect(again.vocabulary).toEqual(snapshot.vocabulary)
    expect(again.dataSize).toBe(268330)
  })

  it('opens in less than 100 ms', () => {
    const times = Array.from({ length: 5 }, () => {
      const startMs = performance.now()
      readSnapshot(bytes)
      return performance.now() - startMs
    })
    expect(Math.min(...times)).toBeLessThan(100)
  })

  it('is refused when cut at any 1,000th byte', () => {
    for (let length = 0; length < bytes.length; length += 1000) {
      expect(
        refusalOf(() => readSnapshot(bytes.subarray(0, length))),
        `${length} bytes`,
      ).not.toBeNull()
    }
  })
})
