// NumPy's .npz: a zip archive of .npy files. Members are handed out as bytes by name; reading them is left to npy.ts.
import { zipSync } from 'fflate/browser'
import { Budget } from './limits.ts'
import { readZipDirectory } from './zip-directory.ts'
import { unpackMember } from './zip-member.ts'

/** The same members give the same bytes, so no time of day is written. A date in local time, as zip has it. */
const DATE = new Date(1980, 0, 1)

/**
 * Every member by its name (`Wxh.npy`), unpacked; of two with one name the last, as in Python.
 *
 * @throws FormatError, before anything is unpacked when the members claim to be larger than the limit
 */
export function readNpz(bytes: Uint8Array): Map<string, Uint8Array> {
  const entries = readZipDirectory(bytes)
  const budget = new Budget()
  for (const { size } of entries) budget.spend(size)
  return new Map(entries.map((entry) => [entry.name, unpackMember(bytes, entry)]))
}

/** An archive of the members in the map's order, stored as numpy.savez does. */
export function writeNpz(members: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(members), { level: 0, mtime: DATE })
}
