// The small snapshots that Python wrote (H = 3, V = 5), and what is in every one of them.
import ofPython2 from '../../fixtures/formats/python-2-snapshots.json' with { type: 'json' }
import ofPython3 from '../../fixtures/formats/python-3-snapshots.json' with { type: 'json' }
import network from '../../fixtures/formats/small-network.json' with { type: 'json' }
import { fromBase64 } from './tagged.ts'

export interface SmallSnapshot {
  name: string
  bytes: Uint8Array
  codePoints: number[]
  encoding: string
}

interface Row {
  name: string
  files: Record<string, string>
  codePoints: number[]
  encoding: string
}

const rows = (python: string, fixtures: unknown): SmallSnapshot[] =>
  (fixtures as Row[]).flatMap(({ name, files, codePoints, encoding }) =>
    Object.entries(files).map(([file, data]) => ({
      name: `${python}: ${name}, ${file}`,
      bytes: fromBase64(data),
      codePoints,
      encoding,
    })),
  )

export const SMALL_SNAPSHOTS: SmallSnapshot[] = [...rows('Python 2', ofPython2), ...rows('Python 3', ofPython3)]

export function smallSnapshot(name: string): SmallSnapshot {
  return SMALL_SNAPSHOTS.find((snapshot) => snapshot.name === name)!
}

/** Bytes of every array, hexadecimal, by name: Wxh ... by, mWxh ... mby. */
export const ARRAY_BYTES = new Map(network.map(({ name, data }) => [name, data]))
export const DATA_SIZE = 268330
