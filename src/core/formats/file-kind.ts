// Tells the kinds of files apart by how they begin; their names say nothing.
import { NPY_MAGIC } from './npy-header.ts'
import { latin1Text } from './python-text.ts'
import { ZIP_MAGIC } from './zip-directory.ts'

export type FileKind = 'npz' | 'npy' | 'pickle'

/** Enough for any kind to show itself. */
const LOOKED_AT = 256

function beginning(magic: readonly number[]): RegExp {
  return new RegExp('^' + magic.map((byte) => `\\x${byte.toString(16)}`).join(''))
}

/** Word, Excel and EPUB documents are archives, too; the name of the first member gives them away. */
const DOCUMENT = /^PK\x03\x04[^]{26}(?:\[Content_Types\]|_rels\/|docProps\/|word\/|xl\/|ppt\/|mimetype)/

/** A pickle up to protocol 1 has no magic: it begins with a dictionary or list, or with the name of what to call. */
const BEGINNINGS: readonly (readonly [FileKind, RegExp])[] = [
  ['npz', beginning(ZIP_MAGIC)],
  ['npy', beginning(NPY_MAGIC)],
  ['pickle', /^\x80[\x02-\x05]/],
  ['pickle', /^\([dl]p?\d*\n?[(cSUVg}a.s]/],
  ['pickle', /^[}\]][qr(.]/],
  ['pickle', /^\(?[ci]\w+(\.\w+)*\n\w+\n/],
  ['pickle', /^\([SV][^\n]*\n/],
]

/** null when it is none of them. */
export function fileKindOf(bytes: Uint8Array): FileKind | null {
  const start = latin1Text(bytes.subarray(0, LOOKED_AT))
  if (DOCUMENT.test(start)) return null
  return BEGINNINGS.find(([, pattern]) => pattern.test(start))?.[0] ?? null
}
