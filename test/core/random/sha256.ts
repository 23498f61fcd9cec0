// The digest under which the fixtures keep long runs of draws.
import { createHash } from 'node:crypto'

/** Hex SHA-256 of the array's bytes, little-endian as the fixtures' are. */
export function sha256(values: Float64Array | Uint32Array | Int32Array): string {
  return createHash('sha256')
    .update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    .digest('hex')
}
