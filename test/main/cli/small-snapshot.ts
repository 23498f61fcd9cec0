// A snapshot file of the small network whose completions by NumPy are in test/fixtures/rnn/completions.json, over
// characters of every kind that a terminal may meet.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { snapshotToNpz } from '#core/formats/snapshot-writer.ts'
import type { Snapshot } from '#core/formats/snapshot.ts'
import { smallNetwork } from '../../core/rnn/small-network.ts'
import { temporaryFolder } from './cli-process.ts'

export const CHARACTERS = ['a', '\n', '床', '\u0007', ':']

export function textOfIndices(indices: readonly number[]): string {
  return indices.map((index) => CHARACTERS[index]).join('')
}

/** Where it lies, in a folder of its own. */
export function smallSnapshotFile(extras: Snapshot['extras'] = new Map()): string {
  const codePoints = CHARACTERS.map((character) => character.codePointAt(0)!)
  const vocabulary = { codePoints, encoding: 'utf-8' } as const
  const file = join(temporaryFolder(), 'small.npz')
  const rest = { adagradMemory: null, dataSize: 1234, resume: null, extras }
  writeFileSync(file, snapshotToNpz({ ...smallNetwork(), ...rest, vocabulary }))
  return file
}
