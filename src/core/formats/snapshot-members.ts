// The members of a snapshot's file by name, whichever kind of file it is: .npz or .pkl, told apart by content.
import { fileKindOf } from './file-kind.ts'
import { FormatError } from './format-errors.ts'
import { requireFileSize } from './limits.ts'
import type { NdArray } from './nd-array.ts'
import { readNpy } from './npy.ts'
import { readNpz } from './npz.ts'
import { readPickle } from './pickle-reader.ts'
import { latin1Text, utf8Text } from './python-text.ts'
import { ByteString, Dictionary, type PythonValue } from './python-values.ts'
import { pythonTypeOf } from './snapshot-values.ts'
import type { Extra } from './snapshot.ts'

export const NPY_SUFFIX = '.npy'

export interface SnapshotMembers {
  /** The member's value; undefined when there is none of this name. @throws FormatError */
  read(name: string): PythonValue | undefined
  /** All members but those of the given names. */
  extras(known: ReadonlySet<string>): Map<string, Extra>
}

function without<Value>(members: ReadonlyMap<string, Value>, known: ReadonlySet<string>): Map<string, Value> {
  return new Map([...members].filter(([name]) => !known.has(name)))
}

function membersOfNpz(bytes: Uint8Array): SnapshotMembers {
  const files = readNpz(bytes)
  const arrays = new Map<string, NdArray>()
  return {
    read: (name) => {
      const file = files.get(name + NPY_SUFFIX)
      if (file && !arrays.has(name)) arrays.set(name, readNpy(file, name))
      return arrays.get(name)
    },
    extras: (known) => without(files, new Set([...known].map((name) => name + NPY_SUFFIX))),
  }
}

/** A key that is no string could not be one in an .npz either, and is left out. */
function keyOf(value: PythonValue): string | null {
  if (value instanceof ByteString) return utf8Text(value.bytes) ?? latin1Text(value.bytes)
  return typeof value === 'string' ? value : null
}

function membersOfPickle(bytes: Uint8Array): SnapshotMembers {
  const root = readPickle(bytes)
  if (!(root instanceof Dictionary)) throw new FormatError('snapshot-not-dictionary', { found: pythonTypeOf(root) })
  const values = new Map<string, PythonValue>()
  for (const [keyValue, value] of root.entries) {
    const key = keyOf(keyValue)
    if (key !== null) values.set(key, value)
  }
  return { read: (name) => values.get(name), extras: (known) => without(values, known) }
}

/** @throws FormatError */
export function openMembers(bytes: Uint8Array): SnapshotMembers {
  requireFileSize(bytes.length)
  const kind = fileKindOf(bytes)
  if (kind === 'npz') return membersOfNpz(bytes)
  if (kind === 'pickle') return membersOfPickle(bytes)
  throw new FormatError(kind === 'npy' ? 'snapshot-single-array' : 'snapshot-kind-unknown')
}
