// Arrays placed one after the other in a buffer: from one table of names and lengths come the bytes that they take and
// every view into them. What the arrays are is the table's to say.

const CACHE_LINE = 64
const BYTES = { float64: 8, int32: 4 } as const

/** One array: its kind and its number of entries. */
export interface Region<Sizes, Kind extends keyof typeof BYTES = keyof typeof BYTES> {
  kind: Kind
  length: (sizes: Sizes) => number
}

/** Arrays by name, in the order in which they lie; each starts on a cache line of its own. */
export type RegionTable<Sizes> = Record<string, Region<Sizes>>

/** The arrays of a table. */
export type RegionViews<Table extends RegionTable<never>> = {
  [Name in keyof Table]: Table[Name]['kind'] extends 'float64' ? Float64Array : Int32Array
}

/** Bytes that the arrays of `table` take. */
export function regionBytes<Sizes>(table: RegionTable<Sizes>, sizes: Sizes): number {
  return Object.values(table).reduce((bytes, region) => bytes + paddedBytes(region, sizes), 0)
}

function paddedBytes<Sizes>({ kind, length }: Region<Sizes>, sizes: Sizes): number {
  return Math.ceil((length(sizes) * BYTES[kind]) / CACHE_LINE) * CACHE_LINE
}

/** The arrays of `table` as views into `buffer`, the first at byte `start`, a multiple of 64. */
export function regionViews<Sizes, Table extends RegionTable<Sizes>>(
  table: Table & RegionTable<Sizes>,
  buffer: SharedArrayBuffer,
  start: number,
  sizes: Sizes,
): RegionViews<Table> {
  let offset = start
  const views = Object.entries<Region<Sizes>>(table).map(([name, region]) => {
    const length = region.length(sizes)
    const isFloat64 = region.kind === 'float64'
    const view = isFloat64 ? new Float64Array(buffer, offset, length) : new Int32Array(buffer, offset, length)
    offset += paddedBytes(region, sizes)
    return [name, view]
  })
  return Object.fromEntries(views) as RegionViews<Table>
}
